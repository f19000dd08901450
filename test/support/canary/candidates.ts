import { Manifest, Named, Objects, ofKind } from './cluster';
import type { Stage } from './stage';

/** Applied objects without a controller: the pods of the new version have its image. */
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
