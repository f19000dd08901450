import type { Problem } from '../../../errors';
import { lifecycle, DeploymentWorkload, scalesOnMemory } from '../../../program';
import { CanaryStepKind, Rollout, RolloutKind } from '../../../values';
import { isWhole, Rule } from '../../rule';
import { stepsOf } from './steps';

/**
 * Share of the target that an example of memory in use is at: at a tenth below or above it, an autoscaler leaves
 * replicas as they are.
 */
const MEMORY_IN_USE = 0.8;

/** Two versions can stand side by side, and requests can be split between them. */
export const versions: Rule<DeploymentWorkload> = (facts) => {
  const { rollout } = facts.settings.values;
  return [
    ...surge(rollout),
    ...(isSideBySide(rollout) ? [...replicas(facts), ...twice(facts), ...memory(facts)] : []),
    ...splits(facts),
    ...mirrors(facts),
    ...drain(facts),
  ];
};

/** Whether both versions run for longer than it takes to exchange replicas. */
function isSideBySide({ _kind: kind }: Rollout): boolean {
  return kind === RolloutKind.CANARY || kind === RolloutKind.BLUE_GREEN;
}

function surge({ surgePercent }: Rollout): Problem[] {
  return surgePercent === undefined || isWhole(surgePercent, 1, 100)
    ? []
    : [
        {
          code: 'MS6113',
          message: 'replicas cannot be exchanged at this rate',
          given: `maxSurge was ${surgePercent}`,
          allowed: 'whole percents from 1 to 100',
          fix: 'state how many percent of the replicas may be there beside the wanted ones',
        },
      ];
}

function replicas({ settings }: DeploymentWorkload): Problem[] {
  const { rollout, scaling } = settings.values;
  return rollout._kind !== RolloutKind.CANARY || scaling.max !== 1
    ? []
    : [
        {
          code: 'MS6107',
          message: 'a canary has one replica, and so has the version that it replaces',
          given:
            `scaling was ${scaling.min} to ${scaling.max}: one pod of each version, whatever the weight, and ` +
            'a failing one takes its version with it',
          allowed: '2 replicas or more',
          fix: 'state more replicas, or Rollout.rolling()',
        },
      ];
}

function twice({ settings, backlogs }: DeploymentWorkload): Problem[] {
  const { _kind: kind } = settings.values.rollout;
  return backlogs.length === 0
    ? []
    : [
        {
          code: 'MS6110',
          message: 'a version that is tried out takes real work',
          given: `its rollout is ${kind}, and its pods take work from ${backlogs
            .map(({ name }) => name)
            .sort()
            .join(', ')}: no weight keeps work from a new version`,
          allowed: 'canaries and switches of what is sent requests',
          fix: 'state Rollout.rolling(), or acknowledge it where the new version may work on its share',
        },
      ];
}

/**
 * An autoscaler that counts pods of both versions takes the average of their memory, which is hardly less in the new
 * ones, times their number.
 */
function memory({ settings, delivery: { versions, workloads } }: DeploymentWorkload): Problem[] {
  const { rollout, scaling } = settings.values;
  if (
    rollout._kind !== RolloutKind.CANARY ||
    versions === undefined ||
    workloads.length > 1 ||
    !scalesOnMemory(scaling)
  )
    return [];
  const { max, min } = scaling;
  return [
    {
      code: 'MS6116',
      message: 'the autoscaler takes the pods of a new version for more load',
      given:
        `it scales on memory, ${min} to ${max}, and counts pods of both versions: ${min} + ${min}, each with ` +
        (`as much memory as before, make it want ${Math.min(Math.ceil(2 * min * MEMORY_IN_USE), max)} of each ` +
          `version at ${100 * MEMORY_IN_USE} % of its target, then more, up to ${max}`),
      allowed: 'scaling on CPU, requests or backlogs, of which each pod has less where there are more',
      fix:
        'state Scaling.onCpu(), or Rollout.rolling(), or another delivery on the platform, whose versions are ' +
        'counted apart',
    },
  ];
}

function splits(facts: DeploymentWorkload): Problem[] {
  const { settings, ports, exposures, mesh, delivery } = facts;
  if (settings.values.rollout._kind !== RolloutKind.CANARY) return [];
  if (!ports.some(({ protocol }) => protocol.hasRequests)) {
    return [
      {
        code: 'MS6108',
        message: 'there are no requests to split',
        given:
          ports.length === 0
            ? 'it has no ports'
            : `its ports speak ${[...new Set(ports.map(({ protocol }) => protocol.name))].sort().join(', ')}`,
        allowed: 'canaries of microservices with a port of HTTP or gRPC',
        fix: 'state Rollout.rolling()',
      },
    ];
  }
  return delivery.versions === undefined || exposures.length === 0 || mesh.gateway !== undefined
    ? []
    : [
        {
          code: 'MS6108',
          message: 'requests from outside are not split',
          given: 'it is exposed by a load balancer, which sends them to pods of all versions alike',
          allowed: 'exposures by a gateway of the mesh',
          fix: 'state an ingress gateway on the platform, or acknowledge it where few requests come from outside',
        },
      ];
}

function mirrors({ settings, inbound, exposures }: DeploymentWorkload): Problem[] {
  if (stepsOf(settings.values.rollout, CanaryStepKind.MIRROR).length === 0) return [];
  const once = [
    ...new Set(
      inbound.filter(({ options }) => options.idempotent !== true).map(({ caller }) => `calls of ${caller.name}`),
    ),
  ].sort();
  const unsafe = [...once, ...(exposures.length > 0 ? ['requests from outside'] : [])];
  return unsafe.length === 0
    ? []
    : [
        {
          code: 'MS6109',
          message: 'copies of requests are carried out too',
          given: `a step mirrors requests, and ${unsafe.join(', ')} may not be carried out twice`,
          allowed: 'mirrored steps where every call is idempotent',
          fix:
            'state idempotent: true where it is, or leave the step out; acknowledge it where the new version ' +
            'writes elsewhere',
        },
      ];
}

function drain({ settings, ports }: DeploymentWorkload): Problem[] {
  const { rollout, longestRequest } = settings.values;
  const { _kind: kind, scaleDownDelay } = rollout;
  if (kind !== RolloutKind.BLUE_GREEN || scaleDownDelay === undefined) return [];
  if (!isWhole(scaleDownDelay, 0))
    return [
      {
        code: 'MS6103',
        message: 'the time for which the old version is kept is impossible',
        given: `scaleDownDelay was ${scaleDownDelay} s`,
        allowed: 'whole seconds',
        fix: 'state whole seconds',
      },
    ];
  const { preStop } = lifecycle({ ...settings.values, serves: ports.length > 0 });
  return scaleDownDelay >= preStop + longestRequest
    ? []
    : [
        {
          code: 'MS6114',
          message: 'the old version ends before its last request',
          given:
            `scaleDownDelay was ${scaleDownDelay} s: callers learn of the switch within ${preStop} s, and a ` +
            `request lasts up to ${longestRequest} s`,
          allowed: `${preStop + longestRequest} s or more`,
          fix: `state ${preStop + longestRequest} s or more`,
        },
      ];
}
