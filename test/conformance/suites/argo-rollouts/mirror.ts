import type { LocatedObject } from '../../manifests';
import { Findings, problemWith } from '../../suite';
import type { Moment } from './observed';

/**
 * For its step, so many percent of the requests are copied to ready pods of the new version, and no others go there;
 * the route is gone afterwards.
 */
export function judgeMirror(object: LocatedObject, moments: readonly Moment[], percent: number): Findings {
  const { name } = object.manifest.metadata;
  const canary = `${name}-canary`;
  const routeOf = ({ routes }: Moment) => routes.find(({ raw }) => raw.mirror !== undefined);
  const during = moments.filter((moment) => routeOf(moment) !== undefined);
  const copied = during.map((moment) => routeOf(moment)!.raw);
  const shares = [...new Set(copied.map(({ mirrorPercentage }) => mirrorPercentage?.value))];
  const message =
    during.length === 0
      ? 'no route copied requests'
      : shares.join() !== `${percent}`
        ? `copies were of ${shares.join(', ')}% of the requests, and ${percent}% are stated`
        : copied.some(({ mirror }) => mirror.host.split('.')[0] !== canary)
          ? 'copies went elsewhere than to the new version'
          : during.some(({ services }) => services[canary]!.ready === 0)
            ? 'copies went to no ready pod'
            : during.some(({ routes }) => routes.some(({ weights }) => weights[canary] !== 0))
              ? 'requests went to the new version too'
              : routeOf(moments.at(-1)!) !== undefined
                ? 'its route is left over'
                : undefined;
  return { judged: during.length, problems: message === undefined ? [] : [problemWith(object, message)] };
}
