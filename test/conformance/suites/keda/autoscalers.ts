import { isDeepStrictEqual } from 'node:util';
import type { KubernetesClient } from '../../cluster/kubernetes-client';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';
import { until } from '../../processes';
import { Findings, Problem, problemWith } from '../../suite';
import { conditionOf } from './readiness';

/**
 * Judges the HorizontalPodAutoscaler that KEDA made of each ScaledObject: its name, its bounds, its behaviour, its
 * target and what it looks at.
 */
export async function isMadeAsStated(
  client: KubernetesClient,
  objects: readonly LocatedObject[],
  others: readonly LocatedObject[] = [],
): Promise<Findings> {
  const routes = others.filter(({ manifest }) => manifest.kind === 'InterceptorRoute');
  const problems = await Promise.all(
    objects.map(async (object): Promise<Problem[]> => {
      const made = await madeOf(client, object);
      return made.length === 1
        ? differencesFrom(object, made[0]!, routes).map((message) => problemWith(object, message))
        : [problemWith(object, `KEDA made ${made.length} HorizontalPodAutoscalers of it`)];
    }),
  );
  return { judged: objects.length, problems: problems.flat() };
}

/** Waits until the controller has a number for everything that it looks at, and none that KEDA falls back to. */
export async function hasMetrics(
  client: KubernetesClient,
  objects: readonly LocatedObject[],
  seconds = 120,
): Promise<Findings> {
  const problems = await Promise.all(
    objects.map(async (object): Promise<Problem[]> => {
      const active = async () => {
        const [autoscaler] = await madeOf(client, object);
        return conditionOf(autoscaler?.status, 'ScalingActive');
      };
      const fallback = async () => conditionOf((await client.read(object.manifest)).body.status, 'Fallback');
      const measured = async () => (await active())?.status === 'True' && (await fallback())?.status !== 'True';
      return until(measured, seconds).then(
        () => [],
        async () => {
          const said = [(await active())?.message, (await fallback())?.message].filter((each) => each !== undefined);
          return [problemWith(object, `the controller has no number: ${said.join('; ') || 'nothing was said'}`)];
        },
      );
    }),
  );
  return { judged: objects.length, problems: problems.flat() };
}

/** The HorizontalPodAutoscalers that KEDA made of a ScaledObject. */
export async function madeOf(
  client: KubernetesClient,
  {
    manifest: {
      metadata: { name, namespace },
    },
  }: LocatedObject,
): Promise<KubernetesObject[]> {
  return (await client.list('autoscaling/v2', 'HorizontalPodAutoscaler', namespace)).filter(({ metadata }) =>
    (metadata.ownerReferences ?? []).some((owner: any) => owner.kind === 'ScaledObject' && owner.name === name),
  );
}

function differencesFrom(
  { manifest: { metadata, spec } }: LocatedObject,
  { metadata: { name }, spec: made }: KubernetesObject,
  routes: readonly LocatedObject[],
): string[] {
  const {
    minReplicaCount,
    maxReplicaCount,
    scaleTargetRef,
    triggers,
    advanced: {
      horizontalPodAutoscalerConfig: { behavior },
    },
  } = spec;
  const differ = (what: string, stated: unknown, is: unknown) =>
    isDeepStrictEqual(stated, is)
      ? []
      : [
          `the HorizontalPodAutoscaler that KEDA made has ${what} ${JSON.stringify(is)}, and ` +
            `${JSON.stringify(stated)} is stated`,
        ];
  return [
    // The name of the microservice, by which alerts and dashboards find it.
    ...differ('the name', metadata.name, name),
    // A HorizontalPodAutoscaler does not go below one.
    ...differ('the least replicas', Math.max(1, minReplicaCount), made.minReplicas),
    ...differ('the most replicas', maxReplicaCount, made.maxReplicas),
    ...differ(
      'the target',
      { apiVersion: scaleTargetRef.apiVersion, kind: scaleTargetRef.kind, name: scaleTargetRef.name },
      made.scaleTargetRef,
    ),
    ...differ('the behaviour', behavior, statedPart(behavior, made.behavior)),
    ...differ(
      'targets of',
      (triggers as any[]).flatMap((trigger) =>
        statedTargets(
          trigger,
          routes.find(
            ({ manifest }) =>
              manifest.metadata.name === trigger.metadata.interceptorRoute &&
              manifest.metadata.namespace === metadata.namespace,
          ),
        ),
      ),
      (made.metrics as any[]).map(madeTarget),
    ),
  ];
}

/** Of what was made, the part that was stated: the API server fills in the rest. */
function statedPart(stated: any, made: any): any {
  if (Array.isArray(stated) || typeof stated !== 'object' || stated === null) return made;
  return Object.fromEntries(Object.keys(stated).map((key) => [key, statedPart(stated[key], made?.[key])]));
}

/**
 * Kind of target and number of a trigger: what a replica is to have. The numbers of requests stand in the route that
 * holds them.
 */
function statedTargets(
  { type, metricType = 'AverageValue', metadata }: any,
  route: LocatedObject | undefined,
): [string, number][] {
  if (route !== undefined) {
    const { concurrency, requestRate } = route.manifest.spec.scalingMetric;
    return [concurrency, requestRate]
      .filter((each) => each !== undefined)
      .map(({ targetValue }) => [metricType, targetValue]);
  }
  const number =
    metadata.value ?? metadata.threshold ?? metadata.lagThreshold ?? metadata.queueLength ?? metadata.lagCount;
  // Replicas that are asked for are targets of one each.
  return [[metricType, type === 'cron' ? 1 : Number(number)]];
}

function madeTarget(metric: any): [string, number] {
  const { type, averageValue, averageUtilization, value } = (
    metric.external ??
    metric.containerResource ??
    metric.resource
  ).target;
  return [type, averageUtilization ?? quantity(averageValue ?? value)];
}

function quantity(text: string): number {
  return text.endsWith('m') ? Number(text.slice(0, -1)) / 1000 : Number(text);
}
