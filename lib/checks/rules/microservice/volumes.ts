import { mountsOf } from '../../../emit/kubernetes';
import type { Workload } from '../../../program';
import { rememberingLast, type Volume } from '../../../values';

/** Volumes of the pod, each once; with the `/tmp` of a read-only root file system. */
export const volumesOf = rememberingLast(({ containers, settings }: Workload): readonly Volume[] => {
  const readOnly = settings.values.security.readOnlyRootFilesystem ?? true;
  return [...new Set(containers.flatMap((container) => mountsOf(container, readOnly)).map(({ volume }) => volume))];
});

/** Images whose files volumes show. */
export function imagesOfVolumes(facts: Workload): readonly { readonly volume: string; readonly image: string }[] {
  return volumesOf(facts).flatMap(({ name, _source: source }) =>
    source.kind === 'image' ? [{ volume: name, image: source.image }] : [],
  );
}
