import type { LocatedObject } from '../../manifests';
import { Findings, problemWith } from '../../suite';
import type { Moment } from './observed';
import { HEADER } from './program';

/**
 * Before the first weight, requests with the header, and no others, go to the new version; the route is gone
 * afterwards.
 */
export function judgeHeader(object: LocatedObject, moments: readonly Moment[]): Findings {
  const { name } = object.manifest.metadata;
  const canary = `${name}-canary`;
  const routeOf = ({ routes }: Moment) =>
    routes.find(({ raw }) => raw.match?.some((match: any) => match.headers?.[HEADER.name]?.exact === HEADER.value));
  const during = moments.filter((moment) => routeOf(moment) !== undefined);
  const message =
    during.length === 0
      ? 'no route asked for the header'
      : during.some((moment) => moment.routes[0] !== routeOf(moment))
        ? "another route came before the header's"
        : during.some((moment) => routeOf(moment)!.weights[canary] !== 100)
          ? 'its route leads elsewhere than to the new version'
          : during.some(({ services }) => services[canary]!.ready === 0)
            ? 'its route leads to no ready pod'
            : during.some(({ routes }) => routes.slice(1).some(({ weights }) => weights[canary] !== 0))
              ? 'requests without the header went to the new version too'
              : routeOf(moments.at(-1)!) !== undefined
                ? 'its route is left over'
                : undefined;
  return { judged: during.length, problems: message === undefined ? [] : [problemWith(object, message)] };
}
