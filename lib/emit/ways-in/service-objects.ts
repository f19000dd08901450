import { freeId } from '../../errors';
import { exposureName, hiddenKey, Manifest, mergedAnnotations, metadataOf } from '../kubernetes';
import type { Exposure } from '../../values';
import type { Entered, WayInObjects } from './way-in';

/** The Service that clients outside connect to, made with the first exposure. */
export class ServiceObjects implements WayInObjects {
  private service?: Manifest;
  private annotations?: Readonly<Record<string, string>>;

  public constructor(
    private readonly entered: Entered,
    private readonly spec: () => unknown,
  ) {}

  public exposed(exposures: readonly Exposure[]): void {
    const { scope, definition } = this.entered;
    // Programs may have put something of that id there before.
    this.service ??= new Manifest(scope, freeId(scope, 'exposure'), {
      ...metadataOf(definition),
      name: exposureName(definition.name),
      apiVersion: 'v1',
      kind: 'Service',
      fields: { spec: this.spec },
    });
    // Another value than the platform requires is reported where the exposure states it.
    const required = new Set(
      definition.settings.required.filter(([map]) => map === 'annotations').map(([, key]) => key),
    );
    // The last exposure is the new one.
    const added = Object.entries(exposures.at(-1)!.annotations).filter(([key]) => !required.has(key));
    const before = this.annotations ?? definition.settings.values.annotations;
    const merged = added.length === 0 ? before : mergedAnnotations(before, Object.fromEntries(added));
    for (const [key] of added) this.service.metadata.addAnnotation(hiddenKey(key), merged[key]!);
    this.annotations = merged;
  }
}
