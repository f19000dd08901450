import type { Problem } from '../../../errors';
import {
  crossesClusters,
  unstatedPolicy,
  describedPolicy,
  judgedObjectives,
  DeploymentWorkload,
  policyOf,
  portOf,
  mergedPolicy,
  stepSeconds,
} from '../../../program';
import { CanaryStep, CanaryStepKind, RolloutKind } from '../../../values';
import { analysedObjectives, intervalSeconds, timedSteps } from './analysis';
import { routedPort } from './canary-spec';

/** Problems of a microservice under Flagger. */
export function flaggerProblems(facts: DeploymentWorkload, gate: string | undefined): Problem[] {
  return facts.delivery.ownsRoutes
    ? [
        ...order(facts),
        ...approvals(facts, gate),
        ...times(facts),
        ...policies(facts),
        ...ports(facts),
        ...blind(facts),
      ]
    : unsplit(facts);
}

/**
 * Without routes, Flagger starts the new version, sends it no request, and then replaces the old replicas one by one.
 *
 * Rollout.rolling() does the same without Flagger.
 */
function unsplit({ name, settings }: DeploymentWorkload): Problem[] {
  return settings.values.rollout._kind !== RolloutKind.BLUE_GREEN
    ? []
    : [
        {
          code: 'MS6140',
          message: `Flagger has nothing to switch for ${name}`,
          given:
            'no mesh splits its requests: Flagger would exchange the replicas that take them one by one, as ' +
            'Rollout.rolling() does, after a copy that nobody asks has run',
          allowed:
            'blue-green switches of microservices with a port of HTTP or gRPC, in a mesh; or on platforms with ' +
            'ArgoRollouts, which switches the Service',
          fix: 'state Rollout.rolling(), a mesh on the platform, or new ArgoRollouts()',
        },
      ];
}

function order({ settings }: DeploymentWorkload): Problem[] {
  const { steps, _kind: kind } = settings.values.rollout;
  if (kind !== RolloutKind.CANARY) return [];
  const timed = steps.filter((step) => step._kind !== CanaryStepKind.APPROVAL).map((step) => step._kind);
  const way = steps.map((step) => step._kind).join(', ');
  const problem = (message: string, allowed: string): Problem => ({
    code: 'MS6140',
    message,
    given: `the steps were ${way}`,
    allowed,
    fix: 'state other steps, or choose another delivery on the platform',
  });
  return [
    ...(timed.includes(CanaryStepKind.HEADER) && timed.length > 1
      ? [problem('Flagger goes by one header, or by weights', 'one step by header and no other, or weights')]
      : []),
    ...(timed.lastIndexOf(CanaryStepKind.MIRROR) > 0
      ? [problem('Flagger copies requests in one step, the first', 'one mirrored step, before the first weight')]
      : []),
    ...(timed.includes(CanaryStepKind.MIRROR) && !timed.includes(CanaryStepKind.WEIGHT)
      ? [problem('Flagger copies requests on the way to weights', 'a mirrored step, then weights')]
      : []),
    ...(timed.length === 0 && steps.length > 0 ? [problem('Flagger has no step to take', 'weights, or a header')] : []),
    ...(steps.slice(1, -1).some((step) => step._kind === CanaryStepKind.APPROVAL)
      ? [problem('Flagger asks before the first step and after the last one', 'approvals at either end')]
      : []),
  ];
}

function approvals({ settings }: DeploymentWorkload, gate: string | undefined): Problem[] {
  const { steps, _kind: kind, autoPromotion } = settings.values.rollout;
  const asks =
    kind === RolloutKind.BLUE_GREEN
      ? autoPromotion === false
      : steps.some((step) => step._kind === CanaryStepKind.APPROVAL);
  return gate !== undefined || !asks
    ? []
    : [
        {
          code: 'MS6142',
          message: 'nobody can say that a new version may go on',
          given:
            `${kind === RolloutKind.BLUE_GREEN ? 'autoPromotion was false' : 'a step is an approval'}, and ` +
            'the platform states no gate',
          allowed: 'approvals on platforms with a gate',
          fix: "state new Flagger({ gate: 'http://flagger-loadtester.flagger/gate/check' }), or leave the approval out",
        },
      ];
}

/** Problems of the lengths of steps. Computed times are lower bounds, stated times are exact. */
function times(facts: DeploymentWorkload): Problem[] {
  const { rollout } = facts.settings.values;
  if (rollout._kind !== RolloutKind.CANARY) return [];
  const interval = intervalSeconds(facts);
  const seconds = (step: CanaryStep) => stepSeconds(step, rollout, judgedObjectives(facts))!;
  const shorter = timedSteps(rollout).filter((step) => step.pauseMillis !== undefined && seconds(step) < interval);
  return shorter.length === 0
    ? []
    : [
        {
          code: 'MS6143',
          message: 'steps last longer than they are stated to',
          given:
            `${shorter.map((step) => `${seconds(step)} s`).join(', ')} become ${interval} s: with Flagger, ` +
            'every step lasts as long as the longest',
          fix: `state ${interval} s for all of them, or acknowledge it`,
        },
      ];
}

/** Flagger's routes are the same for all callers. */
function policies({ inbound, exposures, settings, mesh }: DeploymentWorkload): Problem[] {
  const others = unstatedPolicy(settings.values.longestRequest);
  const calls = inbound
    .filter((call) => portOf(call)?.protocol.hasRequests && !crossesClusters(call))
    .map((call) => ({ who: call.caller.name, policy: policyOf(call) }));
  const all = [
    ...calls,
    ...(exposures.length > 0 && mesh.gateway !== undefined ? [{ who: 'the gateway', policy: others }] : []),
  ];
  const texts = [...new Set(all.map(({ who, policy }) => `${who}: ${describedPolicy(policy)}`))].sort();
  const shared = mergedPolicy(
    all.map(({ policy }) => policy),
    others,
  );
  return new Set(all.map(({ policy }) => describedPolicy(policy))).size < 2
    ? []
    : [
        {
          code: 'MS6141',
          message: 'all callers are given one timeout and one number of retries',
          given: `${texts.join('; ')}: all of them get ${describedPolicy(shared)}`,
          fix: 'state the same for all calls, or acknowledge it: the longest timeout and the fewest retries hold',
        },
      ];
}

/** Flagger makes Services of one port, and finds more by the containers' ports. */
function ports(facts: DeploymentWorkload): Problem[] {
  const first = routedPort(facts);
  const others = facts.ports.filter((port) => port !== first);
  const unlike = others.filter(
    ({ number, targetPort, protocol }) => number !== targetPort || protocol.transport !== 'TCP',
  );
  return [
    ...unlike.map(({ number, targetPort, protocol }): Problem => ({
      code: 'MS6144',
      message: `Flagger serves no port ${number}`,
      given: `it leads to ${targetPort} over ${protocol.transport}`,
      allowed: "beside the first port of HTTP or gRPC, ports of TCP that have the container's number",
      fix: 'give the port the number on which the container listens',
    })),
    ...(facts.headless
      ? [
          {
            code: 'MS6144' as const,
            message: 'Flagger cannot split requests to single pods',
            given: 'headless was true',
            allowed: 'microservices with an address of their own',
            fix: 'leave headless out, or state Rollout.rolling()',
          },
        ]
      : []),
    ...(others.length > 0 && facts.exposures.length > 0 && facts.mesh.gateway !== undefined
      ? [
          {
            code: 'MS6144' as const,
            message: "Flagger's routes do not say which port requests from outside go to",
            given: `it has ${facts.ports.length} ports, and is exposed`,
            allowed: 'exposures of microservices with one port',
            fix: 'serve the rest by another microservice, or choose another delivery on the platform',
          },
        ]
      : []),
  ];
}

function blind(facts: DeploymentWorkload): Problem[] {
  const { settings, monitoring, mesh } = facts;
  const { rollout } = settings.values;
  if (rollout._kind !== RolloutKind.CANARY || rollout.analysis !== true || judgedObjectives(facts).length === 0)
    return [];
  const given = !monitoring.scrapes
    ? `the platform has ${monitoring.name}`
    : monitoring.address === undefined
      ? `the address of ${monitoring.name} is not stated`
      : (mesh.series?.candidate ?? []).length === 0
        ? 'nobody in the mesh calls it, and no gateway exposes it'
        : analysedObjectives(facts).length === 0
          ? 'its objectives are measured by the application, whose series do not tell versions apart'
          : undefined;
  return given === undefined
    ? []
    : [
        {
          code: 'MS6145',
          message: 'nobody tells Flagger how a new version does',
          given,
          allowed: 'objectives that the mesh measures, and monitoring with its address',
          fix: 'state the address where the monitoring is made, and objectives of the mesh; or analysis: false',
        },
      ];
}

/** Problems of Flagger's own props. */
export function platformProblems(gate: string | undefined): Problem[] {
  return gate === undefined || /^https?:\/\/[^/\s]+/.test(gate)
    ? []
    : [
        {
          code: 'MS6146',
          message: 'the gate is no address',
          given: `gate was '${gate}'`,
          allowed: 'URLs of http or https',
          fix: 'state it as Flagger reaches it, as in http://flagger-loadtester.flagger/gate/check',
        },
      ];
}
