import type { LocatedObject } from '../../manifests';
import { Findings, Problem, problemWith } from '../../suite';
import type { Moment } from './observed';

/**
 * The active Service leads to one whole version at any time; the new one is ready behind the preview before, and the
 * old one stays after the switch.
 */
export function judgeSwitch(object: LocatedObject, moments: readonly Moment[]): Findings {
  const {
    metadata: { name },
    spec,
  } = object.manifest;
  const problem = (message: string): Problem => problemWith(object, message);
  const active = moments.map(({ services }) => services[name]!.hash);
  const [old, current] = [active[0]!, active.at(-1)!];
  const preview = moments.findIndex(
    ({ services }) =>
      services[`${name}-preview`]!.hash === current && services[`${name}-preview`]!.ready >= spec.replicas,
  );
  const switched = active.indexOf(current);
  const few = moments.find(({ services }) => services[name]!.ready < spec.replicas);
  const kept = moments
    .filter(({ ready }, at) => at >= switched && (ready[old] ?? 0) >= spec.replicas)
    .map(({ at }) => at);
  const seconds = kept.length === 0 ? 0 : (kept.at(-1)! - moments[switched]!.at) / 1000;
  return {
    judged: moments.length,
    problems: [
      ...(old === current ? [problem('it was not switched')] : []),
      ...(preview < 0 || preview > switched
        ? [problem('it was switched before the new version was ready behind the preview')]
        : []),
      ...(few === undefined
        ? []
        : [problem(`the active Service led to ${few.services[name]!.ready} ready pods of ${spec.replicas}`)]),
      ...(seconds >= spec.strategy.blueGreen.scaleDownDelaySeconds - 1
        ? []
        : [
            problem(
              `the old version was kept for ${seconds} s, and ${spec.strategy.blueGreen.scaleDownDelaySeconds} s ` +
                'are stated',
            ),
          ]),
    ],
  };
}
