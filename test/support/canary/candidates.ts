import { Manifest, Named, Objects, ofKind } from './cluster';
import type { Stage } from './stage';

/** What is applied where no controller walks: the pods of the new version are those of its image. */
export function stageOf(objects: Objects, name: string, of: Named, image: string, weight: number | undefined): Stage {
  const isFresh = ({ spec, metadata }: Manifest) =>
    metadata.namespace === of.namespace &&
    spec.template.spec.serviceAccountName === of.name &&
    (spec.template.spec.containers as any[]).some((each) => each.image === image);
  return {
    name,
    of,
    objects,
    candidate: ofKind(objects, 'apps', 'Deployment')
      .filter(isFresh)
      .map(({ metadata }) => metadata.name),
    ...(weight !== undefined && { weight }),
  };
}
