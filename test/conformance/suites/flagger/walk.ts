import { promotionWeights } from '../../../support/canary/flagger';
import { complaintsOf, KubernetesClient } from '../../cluster/kubernetes-client';
import type { LocatedObject } from '../../manifests';
import { Findings, Problem, problemWith } from '../../suite';
import { imageOf, INTERVAL_SECONDS, withImage } from './input';
import { Moment, namesOf, observe } from './observed';

const SECONDS = 150;
/** Between what Flagger writes and what is seen of it. */
const TOLERANCE_SECONDS = 1;
const ENDED = ['Succeeded', 'Failed'];

/** Brings another image out, and watches until Flagger has come to an end with it. */
export async function walked(
  client: KubernetesClient,
  canary: LocatedObject,
  workload: LocatedObject,
  tag: string,
): Promise<Moment[]> {
  const answer = await client.apply(withImage(workload.manifest, tag));
  if (answer.status >= 300) throw new Error(complaintsOf(answer).join('; '));
  let begun = false;
  return observe(
    client,
    canary,
    ({ phase, target }) => {
      begun ||= phase === 'Progressing';
      return begun && ENDED.includes(phase!) && target.replicas === 0;
    },
    SECONDS,
  );
}

/**
 * At every moment, requests go where the steps say, to pods that are ready; in the end, all of them to a copy of the
 * new version.
 */
export function judgeWalk(
  canary: LocatedObject,
  workload: LocatedObject,
  moments: readonly Moment[],
  tag: string,
): Findings {
  const { primary, canary: fresh } = namesOf(canary);
  const last = moments.at(-1)!;
  const problem = (message: string): Problem => problemWith(canary, message);
  const { stepWeights, stepWeightPromotion = 100 } = canary.manifest.spec.analysis as {
    stepWeights: readonly number[];
    stepWeightPromotion?: number;
  };
  const steps = stepsOf(moments, fresh);
  const walk = [...stepWeights, ...promotionWeights(stepWeights.at(-1)!, stepWeightPromotion)];
  const expected = [0, ...walk, 0];
  const image = imageOf(workload.manifest, tag);
  return {
    judged: moments.length,
    problems: [
      ...(last.phase === 'Succeeded' ? [] : [problem(`it did not succeed: it is ${last.phase}`)]),
      ...(steps.join(', ') === expected.join(', ')
        ? []
        : [problem(`the weights were ${steps.join(', ')}, and the steps say ${expected.join(', ')}`)]),
      ...requestsLost(moments, primary, fresh).map(problem),
      ...walk.flatMap((weight) => {
        const seconds = mostSecondsAt(moments, fresh, weight);
        return seconds >= INTERVAL_SECONDS - TOLERANCE_SECONDS
          ? []
          : [problem(`${weight}% lasted ${seconds} s at most, and a step is ${INTERVAL_SECONDS} s`)];
      }),
      ...(last.primary.image === image
        ? []
        : [problem(`the copy that takes the requests has ${last.primary.image}, and ${image} was brought out`)]),
    ],
  };
}

/** A version that fails is taken back, and all requests go to the old one again. */
export function judgeTakenBack(canary: LocatedObject, workload: LocatedObject, moments: readonly Moment[]): Findings {
  const { primary, canary: fresh } = namesOf(canary);
  const last = moments.at(-1)!;
  const problem = (message: string): Problem => problemWith(canary, message);
  const [first] = (canary.manifest.spec.analysis as { stepWeights: readonly number[] }).stepWeights;
  const steps = stepsOf(moments, fresh);
  const old = imageOf(workload.manifest);
  const seconds = secondsAt(moments, fresh, first!);
  return {
    judged: moments.length,
    problems: [
      ...(last.phase === 'Failed' ? [] : [problem(`a version that fails was not taken back: it is ${last.phase}`)]),
      ...(steps.join(', ') === `0, ${first}, 0`
        ? []
        : [problem(`the weights were ${steps.join(', ')}, and only the first step may have been taken`)]),
      // What is not there yet when it is asked for is asked for again when the next look is due.
      ...(seconds <= 2 * INTERVAL_SECONDS + TOLERANCE_SECONDS
        ? []
        : [problem(`it kept ${first}% of the requests for ${seconds} s`)]),
      ...requestsLost(moments, primary, fresh).map(problem),
      ...(last.primary.image === old
        ? []
        : [problem(`the copy that takes the requests has ${last.primary.image}, and it was ${old}`)]),
    ],
  };
}

/** The weights of the new version, each once while it lasts. */
export function stepsOf(moments: readonly Moment[], fresh: string): number[] {
  const weights = moments.map(({ routes }) => routes[0]?.[fresh] ?? -1);
  return weights.filter((weight, at) => weight !== weights[at - 1]);
}

/** Time for which a weight was seen, in seconds. It lasted at least as long. */
function secondsAt(moments: readonly Moment[], fresh: string, weight: number): number {
  const at = moments.filter((moment) => isAt(moment, fresh, weight)).map((moment) => moment.at);
  return at.length === 0 ? 0 : (at.at(-1)! - at[0]!) / 1000;
}

/** Time between the moments before and after a weight, in seconds. It lasted no longer, however slowly one looks. */
function mostSecondsAt(moments: readonly Moment[], fresh: string, weight: number): number {
  const seen = moments.map((moment) => isAt(moment, fresh, weight));
  const [first, last] = [seen.indexOf(true), seen.lastIndexOf(true)];
  const [before, after] = [moments[first - 1] ?? moments[first], moments[last + 1] ?? moments[last]];
  return before === undefined || after === undefined ? 0 : (after.at - before.at) / 1000;
}

function isAt({ routes }: Moment, fresh: string, weight: number): boolean {
  return routes.length > 0 && routes.every((route) => route[fresh] === weight);
}

function requestsLost(moments: readonly Moment[], primary: string, fresh: string): string[] {
  return [
    ...new Set(
      moments.flatMap(({ routes, services }) =>
        routes.flatMap((route) => [
          ...((route[primary] ?? 0) + (route[fresh] ?? 0) === 100 ? [] : [`weights were ${JSON.stringify(route)}`]),
          ...[primary, fresh]
            .filter((service) => (route[service] ?? 0) > 0 && (services[service] ?? 0) === 0)
            .map((service) => `${route[service]}% of the requests went to ${service}, which selected no ready pod`),
        ]),
      ),
    ),
  ];
}
