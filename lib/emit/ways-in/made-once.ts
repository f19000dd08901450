import { freeId } from '../../errors';
import { Manifest, type ManifestProps, metadataOf } from '../kubernetes';
import type { Entered } from './way-in';

/** Content of an object of a way in, and what differs from the metadata of its microservice. */
export interface EnteredObject extends Pick<
  ManifestProps,
  'apiVersion' | 'kind' | 'name' | 'namespace' | 'annotations'
> {
  readonly spec: () => object;
}

/** Objects of a way in for one microservice, each made with the first exposure that needs it. */
export class MadeOnce {
  private readonly made = new Set<string>();

  public constructor(private readonly entered: Entered) {}

  /** Makes the object of an id, unless it is there. */
  public add(id: string, { spec, annotations, ...object }: EnteredObject): void {
    if (this.made.has(id)) return;
    this.made.add(id);
    const { scope, definition } = this.entered;
    const metadata = metadataOf(definition);
    new Manifest(scope, freeId(scope, id), {
      ...metadata,
      ...object,
      annotations: { ...metadata.annotations, ...annotations },
      fields: { spec },
    });
  }
}
