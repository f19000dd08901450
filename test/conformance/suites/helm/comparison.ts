import { isDeepStrictEqual } from 'node:util';
import { titleOf } from '../../cluster/kubernetes-object';
import { LocatedObject, parseManifests } from '../../manifests';
import { Findings, problemWith } from '../../suite';
import type { Rendering } from './chart';

/** Compares what Helm renders with the manifests: every object is there, unchanged, and no other. */
export function isRenderedUnchanged(
  objects: readonly LocatedObject[],
  below: string,
  { files, refusal }: Rendering,
): Findings {
  if (refusal !== undefined)
    return { judged: objects.length, problems: objects.map((object) => problemWith(object, refusal)) };
  const rendered = [...files]
    .filter(([file]) => file.slice(0, file.lastIndexOf('/') + 1) === (below === '' ? '' : `${below}/`))
    .flatMap(([file, text]) => parseManifests(text, file));
  const unmatched = new Map(rendered.map((object) => [titleOf(object.manifest), object]));
  const problems = objects.flatMap((object) => {
    const other = unmatched.get(titleOf(object.manifest));
    unmatched.delete(titleOf(object.manifest));
    if (other === undefined) return [problemWith(object, 'Helm does not render it')];
    return isDeepStrictEqual(other.manifest, object.manifest) ? [] : [problemWith(object, 'Helm changes it')];
  });
  return {
    judged: objects.length,
    problems: [...problems, ...[...unmatched.values()].map((object) => problemWith(object, 'Helm renders it besides'))],
  };
}
