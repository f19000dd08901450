import { complaintsOf, KubernetesClient } from '../../cluster/kubernetes-client';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';
import { Findings, Problem, problemWith } from '../../suite';
import { isHealthy, Moment, observe } from './observed';
import { STEP_SECONDS } from './program';

const SECONDS = 150;
/** Annotation of pods: which version they are of. */
export const VERSION = 'conformance/version';

/** Brings a new version of a microservice out: a change of its pods. */
export async function bringOut(client: KubernetesClient, { manifest }: LocatedObject, version: string): Promise<void> {
  const answer = await client.apply(withVersion(manifest, version));
  if (answer.status >= 300) throw new Error(complaintsOf(answer).join('; '));
}

/** The workload whose pods say which version they are of. */
export function withVersion(manifest: KubernetesObject, version: string): KubernetesObject {
  const { template } = manifest.spec;
  return {
    ...manifest,
    spec: {
      ...manifest.spec,
      template: {
        ...template,
        metadata: { ...template.metadata, annotations: { ...template.metadata.annotations, [VERSION]: version } },
      },
    },
  };
}

/** Watches a new version take over, step by step. */
export async function walked(client: KubernetesClient, object: LocatedObject, version: string): Promise<Moment[]> {
  const { name, namespace } = object.manifest.metadata;
  await bringOut(client, object, version);
  let begun = false;
  return observe(
    client,
    namespace!,
    name,
    (moment) => {
      begun ||= moment.rollout.status?.currentPodHash !== moment.rollout.status?.stableRS;
      // Selectors and weights follow a moment after it is called healthy.
      return (
        begun &&
        isHealthy(moment) &&
        moment.routes.every(({ weights }) => weights[`${name}-canary`] === 0) &&
        moment.services[`${name}-stable`]?.hash === moment.rollout.status?.currentPodHash
      );
    },
    SECONDS,
  );
}

/**
 * At every moment, requests go where the statements say, to pods that are ready; at the end, all of them to the new
 * version.
 */
export function judgeWalk(object: LocatedObject, moments: readonly Moment[], stated: readonly number[]): Findings {
  const { name } = object.manifest.metadata;
  const stable = `${name}-stable`;
  const canary = `${name}-canary`;
  const last = moments.at(-1)!;
  const problem = (message: string): Problem => problemWith(object, message);
  const problems: Problem[] = [];
  if (!isHealthy(last))
    problems.push(problem(`it did not end: ${last.rollout.status?.phase} ${last.rollout.status?.message ?? ''}`));
  const expected = [0, ...stated, 100, 0].join(', ');
  const routes = last.routes.map((route) => route.name);
  for (const route of routes) {
    const weights = moments.map(({ routes: all }) => all.find((each) => each.name === route)?.weights[canary] ?? -1);
    const steps = weights.filter((weight, at) => weight !== weights[at - 1]);
    if (steps.join(', ') !== expected)
      problems.push(problem(`the weights of route ${route} were ${steps.join(', ')}, and the steps say ${expected}`));
  }
  for (const { routes: all } of moments) {
    const wrong = all.find(
      ({ weights }) => weights[stable]! + weights[canary]! !== 100 && Object.keys(weights).length === 2,
    );
    if (wrong !== undefined)
      problems.push(problem(`the weights of route ${wrong.name} were ${JSON.stringify(wrong.weights)}`));
  }
  problems.push(
    ...once(moments.flatMap((moment) => emptyServices(moment, stable, canary))).map(problem),
    ...once(tooShort(moments, canary, stated)).map(problem),
  );
  const hash = last.rollout.status?.currentPodHash;
  for (const service of [stable, canary])
    if (last.services[service]?.hash !== hash)
      problems.push(
        problem(
          `Service ${service} leads to ${last.services[service]?.hash} in the end, and the new version is ${hash}`,
        ),
      );
  return { judged: moments.length * Math.max(1, routes.length), problems };
}

/**
 * Services that requests are sent to and that no ready pod stands behind, or too few: the share of the replicas is that
 * of the requests.
 */
function emptyServices({ routes, services, rollout }: Moment, stable: string, canary: string): string[] {
  return routes.flatMap(({ name, weights }) =>
    [stable, canary].flatMap((service) => {
      const weight = weights[service] ?? 0;
      const ready = services[service]?.ready ?? 0;
      // Nobody knows how many requests have a header.
      const wanted =
        Object.keys(weights).length === 1 ? Math.min(weight, 1) : Math.ceil((weight * rollout.spec.replicas) / 100);
      if (weight > 0 && ready === 0)
        return [`route ${name} sends ${weight}% of the requests to ${service}, which selects no ready pod`];
      return ready >= wanted
        ? []
        : [
            `route ${name} sends ${weight}% of the requests to ${service}, which selects ${ready} ready pods of ` +
              `${wanted}`,
          ];
    }),
  );
}

/** Weights that did not stay as long as their step. */
function tooShort(moments: readonly Moment[], canary: string, stated: readonly number[]): string[] {
  return stated.flatMap((weight) => {
    const at = moments
      .filter(({ routes }) => routes.length > 0 && routes.every(({ weights }) => weights[canary] === weight))
      .map((moment) => moment.at);
    const seconds = at.length === 0 ? 0 : (at.at(-1)! - at[0]!) / 1000;
    return at.length > 0 && seconds < STEP_SECONDS - 0.5 ? [`${weight}% lasted ${seconds} s`] : [];
  });
}

function once(all: readonly string[]): string[] {
  return [...new Set(all)];
}
