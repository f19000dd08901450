import { queriedSeries } from '../../../support/promql';
import { labelsFor } from './labels';
import type { Rule } from './rule-files';
import { type About, constant, numberAfter, situation, SITUATION_MINUTES, type Situations } from './situation';
import { SITUATIONS_OF_AGENTS } from './situations-of-agents';
import { SITUATIONS_OF_JOBS } from './situations-of-jobs';
import { seriesName } from './unit-test';

/** End of a pod's name: the ordinal of a StatefulSet's, a hash of a DaemonSet's, two of a Deployment's. */
const idOf = ({ expr }: Rule) => {
  if (expr.includes('-[0-9]+')) return '0';
  return /[^}?]-\[[^\]]+\]\{5\}"/.test(expr) ? 'x2k4p' : '7d9f8c6b5-x2k4p';
};
const isOfDaemonSet = ({ expr }: Rule) => expr.includes('kube_daemonset');
const isOfStatefulSet = ({ expr }: Rule) => expr.includes('kube_statefulset');
const CRASHING = '1x3 _x2 '.repeat(SITUATION_MINUTES / 6).trim();
/** Of what Argo Rollouts says, once with its own label of the namespace and once as Prometheus renames it. */
const isOfRollout = ({ expr }: Rule) => expr.includes('rollout_info');
/** Between rollouts, Flagger has another Deployment serve, with an autoscaler of its own. */
const serving = ({ name, rule }: About) => (rule.expr.includes(`"${name}-primary"`) ? `${name}-primary` : name);

/**
 * Each standard alert by its name; metrics are those of kube-state-metrics, cAdvisor and the exporters of certificates.
 */
export const SITUATIONS: Readonly<Record<string, (about: About) => Situations>> = {
  ...SITUATIONS_OF_AGENTS,
  ...SITUATIONS_OF_JOBS,
  MicroserviceNoReadyReplicas: ({ namespace, name, rule, startSeconds }) => {
    const replicas = (
      words: string,
      wanted: number,
      ready: number,
      deployment = serving({ namespace, name, rule }),
      samples = constant(ready),
    ) =>
      situation(
        words,
        isOfRollout(rule)
          ? {
              [seriesName('rollout_info_replicas_desired', {
                namespace: 'argo-rollouts',
                exported_namespace: namespace,
                name: deployment,
              })]: constant(wanted),
              [seriesName('rollout_info_replicas_available', {
                namespace: 'argo-rollouts',
                exported_namespace: namespace,
                name: deployment,
              })]: samples,
            }
          : isOfStatefulSet(rule)
            ? {
                [seriesName('kube_statefulset_replicas', { namespace, statefulset: deployment })]: constant(wanted),
                [seriesName('kube_statefulset_status_replicas_ready', { namespace, statefulset: deployment })]: samples,
              }
            : isOfDaemonSet(rule)
              ? {
                  [seriesName('kube_daemonset_status_desired_number_scheduled', { namespace, daemonset: deployment })]:
                    constant(wanted),
                  [seriesName('kube_daemonset_status_number_ready', { namespace, daemonset: deployment })]: samples,
                }
              : {
                  [seriesName('kube_deployment_spec_replicas', { namespace, deployment })]: constant(wanted),
                  [seriesName('kube_deployment_status_replicas_ready', { namespace, deployment })]: samples,
                },
      );
    return {
      fires: [replicas('none of two is ready', 2, 0)],
      silent: [
        replicas('one of two is ready', 2, 1),
        replicas('none is wanted', 0, 0),
        replicas('none of a neighbour is ready', 2, 0, `${name}-db`),
        // A minute until they are scheduled and scraped.
        ...(startSeconds === undefined
          ? []
          : [
              replicas(
                'the first pods start as slowly as they may',
                2,
                2,
                undefined,
                `0x${Math.ceil(startSeconds / 60)} 2x${SITUATION_MINUTES}`,
              ),
            ]),
      ],
    };
  },
  MicroserviceCrashLooping: ({ namespace, name, rule }) => {
    const waits = (
      words: string,
      values: string,
      { kind = 'container', reason = 'CrashLoopBackOff', pod = name } = {},
    ) =>
      situation(words, {
        [seriesName(`kube_pod_${kind}_status_waiting_reason`, {
          namespace,
          pod: `${pod}-${idOf(rule)}`,
          container: name,
          reason,
        })]: values,
      });
    return {
      fires: [
        waits('a container crashes, runs a little and crashes', CRASHING),
        waits('a sidecar does', CRASHING, { kind: 'init_container' }),
      ],
      silent: [
        waits('a container crashed twice at its start', '1x1 _ 1'),
        waits('an image is being pulled', constant(1), { reason: 'ContainerCreating' }),
        waits('a neighbour crashes', CRASHING, { pod: `${name}-db` }),
      ],
    };
  },
  MicroserviceOutOfMemory: ({ namespace, name, rule }) => {
    const ended = (words: string, restarts: string, { kind = 'container', reason = 'OOMKilled', pod = name } = {}) =>
      situation(words, {
        [seriesName(`kube_pod_${kind}_status_last_terminated_reason`, {
          namespace,
          pod: `${pod}-${idOf(rule)}`,
          container: name,
          reason,
        })]: constant(1),
        [seriesName(`kube_pod_${kind}_status_restarts_total`, {
          namespace,
          pod: `${pod}-${idOf(rule)}`,
          container: name,
        })]: restarts,
      });
    const once = `1x5 2x${SITUATION_MINUTES}`;
    return {
      fires: [ended('a container was killed once', once), ended('a sidecar was', once, { kind: 'init_container' })],
      silent: [
        ended('it was killed long ago', constant(1)),
        ended('it ended with an error', once, { reason: 'Error' }),
        ended('a neighbour was killed', once, { pod: `${name}-db` }),
      ],
    };
  },
  MicroserviceCpuThrottled: ({ namespace, name, rule }) => {
    const periods = (words: string, throttled: number, pod = name) =>
      situation(
        words,
        Object.fromEntries(
          [
            ['container_cpu_cfs_throttled_periods_total', throttled],
            ['container_cpu_cfs_periods_total', 1],
          ].map(([metric, share]) => [
            seriesName(`${metric}`, { namespace, pod: `${pod}-${idOf(rule)}`, container: name }),
            `0+${600 * Number(share)}x${SITUATION_MINUTES}`,
          ]),
        ),
      );
    return {
      fires: [periods('every second period is throttled', 0.5)],
      silent: [periods('every tenth period is', 0.1), periods('a neighbour is throttled', 1, `${name}-db`)],
    };
  },
  MicroserviceRolloutStuck: ({ namespace, name, rule }) => {
    if (isOfStatefulSet(rule)) return updateStuck(name, ofStatefulSet(namespace));
    if (isOfDaemonSet(rule)) return updateStuck(name, ofDaemonSet(namespace));
    const rollout = (words: string, stuck: number, wanted = 2, deployment = name) =>
      situation(
        words,
        isOfRollout(rule)
          ? {
              [seriesName('rollout_info', {
                namespace,
                name: deployment,
                strategy: 'canary',
                traffic_router: 'Istio',
                phase: stuck === 1 ? 'Abort' : 'Paused',
              })]: constant(1),
              [seriesName('rollout_info_replicas_desired', { namespace, name: deployment })]: constant(wanted),
            }
          : {
              [seriesName('kube_deployment_status_condition', {
                namespace,
                deployment,
                condition: 'Progressing',
                status: 'false',
              })]: constant(stuck),
              [seriesName('kube_deployment_status_condition', {
                namespace,
                deployment,
                condition: 'Progressing',
                status: 'true',
              })]: constant(1 - stuck),
              [seriesName('kube_deployment_status_condition', {
                namespace,
                deployment,
                condition: 'Available',
                status: 'false',
              })]: constant(1),
              [seriesName('kube_deployment_spec_replicas', {
                namespace,
                deployment: deployment === name ? serving({ namespace, name, rule }) : deployment,
              })]: constant(wanted),
            },
      );
    return {
      fires: [rollout('the deadline has passed', 1)],
      silent: [
        rollout('it goes on', 0),
        rollout('no replica is wanted', 1, 0),
        rollout('a neighbour is stuck', 1, 2, `${name}-db`),
      ],
    };
  },
  MicroserviceAutoscalerAtMax: ({ namespace, name, rule }) => {
    const autoscaler = (
      words: string,
      desired: number,
      limited: number,
      horizontalpodautoscaler = serving({ namespace, name, rule }),
    ) =>
      situation(words, {
        [seriesName('kube_horizontalpodautoscaler_status_desired_replicas', { namespace, horizontalpodautoscaler })]:
          constant(desired),
        [seriesName('kube_horizontalpodautoscaler_spec_max_replicas', { namespace, horizontalpodautoscaler })]:
          constant(5),
        [seriesName('kube_horizontalpodautoscaler_status_condition', {
          namespace,
          horizontalpodautoscaler,
          condition: 'ScalingLimited',
          status: 'true',
        })]: constant(limited),
      });
    return {
      fires: [autoscaler('it wants more than its most', 5, 1)],
      silent: [
        autoscaler('its most is just enough', 5, 0),
        autoscaler('it is held at its fewest', 2, 1),
        autoscaler('a neighbour wants more', 5, 1, `${name}-db`),
      ],
    };
  },
  MicroserviceDisruptionsBlocked: ({ namespace, name }) => {
    const budget = (words: string, allowed: number, expected = 2, poddisruptionbudget = name) =>
      situation(words, {
        [seriesName('kube_poddisruptionbudget_status_pod_disruptions_allowed', { namespace, poddisruptionbudget })]:
          constant(allowed),
        [seriesName('kube_poddisruptionbudget_status_expected_pods', { namespace, poddisruptionbudget })]:
          constant(expected),
      });
    return {
      fires: [budget('no eviction is allowed', 0)],
      silent: [
        budget('one is allowed', 1),
        budget('there are no pods', 0, 0),
        budget('a neighbour is blocked', 0, 2, `${name}-db`),
      ],
    };
  },
  MicroserviceCertificateExpiring: ({ rule }) => {
    const seconds = numberAfter('<', rule);
    const [first] = queriedSeries(rule.expr);
    // The tests begin at the epoch.
    const expires = (words: string, at: number) =>
      situation(words, { [seriesName(first!.metric, labelsFor(first!.matchers))]: constant(at) });
    return {
      fires: [expires('it ends within the time that is stated', seconds)],
      silent: [expires('it ends an hour later than that', seconds + SITUATION_MINUTES * 60 + 3600)],
    };
  },
  MicroserviceBacklogTooLong: ({ rule }) => {
    const most = numberAfter('>', rule);
    const [first] = queriedSeries(rule.expr);
    const waiting = (words: string, count: number) =>
      situation(words, { [seriesName(first!.metric, labelsFor(first!.matchers))]: constant(count) });
    return {
      fires: [waiting('one more waits than is stated', most + 1)],
      silent: [waiting('as much waits as is stated', most)],
    };
  },
  MicroserviceVolumeFilling: ({ rule }) => {
    const [{ matchers }] = queriedSeries(rule.expr) as [ReturnType<typeof queriedSeries>[number]];
    const volume = (words: string, free: string) =>
      situation(words, {
        [seriesName('kubelet_volume_stats_available_bytes', labelsFor(matchers))]: free,
        [seriesName('kubelet_volume_stats_capacity_bytes', labelsFor(matchers))]: constant(1000),
      });
    return {
      fires: [
        rule.expr.includes('predict_linear')
          ? volume('it is filling up', `140-0.1x${SITUATION_MINUTES}`)
          : volume('it is nearly full', constant(20)),
      ],
      silent: [volume('it is as full as ever', constant(140)), volume('much is left', `900-0.1x${SITUATION_MINUTES}`)],
    };
  },
};

/** Series of the numbers of pods, wanted and of the new version, of a workload by its name. */
type Replicas = (name: string) => { readonly wanted: string; readonly updated: string };

const ofStatefulSet =
  (namespace: string): Replicas =>
  (statefulset) => ({
    wanted: seriesName('kube_statefulset_replicas', { namespace, statefulset }),
    updated: seriesName('kube_statefulset_status_replicas_updated', { namespace, statefulset }),
  });

const ofDaemonSet =
  (namespace: string): Replicas =>
  (daemonset) => ({
    wanted: seriesName('kube_daemonset_status_desired_number_scheduled', { namespace, daemonset }),
    updated: seriesName('kube_daemonset_status_updated_number_scheduled', { namespace, daemonset }),
  });

/** An update of three pods, one after the other. */
function updateStuck(name: string, replicas: Replicas): Situations {
  const update = (words: string, numbers: string, of = name) => {
    const { wanted, updated } = replicas(of);
    return situation(words, { [wanted]: constant(3), [updated]: numbers });
  };
  return {
    fires: [
      update('one pod runs the new version and stays alone', constant(1)),
      update('the first pod of all is never made', constant(0)),
    ],
    silent: [
      update('all run the new version', constant(3)),
      update('one pod follows the other', `0x8 1x8 2x8 3x${SITUATION_MINUTES}`),
      update('a neighbour is stuck', constant(1), `${name}-db`),
    ],
  };
}
