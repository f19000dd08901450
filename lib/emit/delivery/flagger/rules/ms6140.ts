import { Detail, Rule, Severity } from '../../../../errors';
import type { DeploymentWorkload } from '../../../../program';
import { CanaryStepKind, Rollout, RolloutKind } from '../../../../values';

/** Flagger can take the steps of a rollout. */
export const MS6140: Rule<DeploymentWorkload> = {
  code: 'MS6140',
  title: 'Flagger cannot take these steps',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Flagger walks canaries by weight, with one mirrored step before the first weight, or by one header. It waits ' +
    'for approval before the first step and after the last one, not in between. It has two versions where a mesh ' +
    'splits requests: without one, Flagger replaces replicas one by one, as `Rollout.rolling()` does.',
  reads: 'rollout of the microservice, mesh',

  evaluate: ({ name, ports, settings, delivery }) => {
    const { rollout } = settings.values;
    if (delivery.ownsRoutes) return rollout._kind === RolloutKind.CANARY ? order(rollout) : [];
    if (rollout._kind === RolloutKind.BLUE_GREEN) return [nothingToSwitch(name)];
    // Of ports without requests, the rollout itself is wrong.
    return rollout._kind === RolloutKind.CANARY && ports.some(({ protocol }) => protocol.hasRequests)
      ? [nothingToSplit(name)]
      : [];
  },
};

/** Flagger would start a copy that nobody calls, and then do as Rollout.rolling() does. */
function nothingToSwitch(name: string): Detail {
  return {
    message: `Flagger cannot switch ${name} from one version to the other`,
    given:
      'Rollout.blueGreen() was stated, and no mesh splits its requests: Flagger would start the new version, ' +
      'send it no request, and then replace replicas one by one, as Rollout.rolling() does',
    allowed:
      'Rollout.blueGreen() of microservices with a port of HTTP or gRPC in a mesh, or with ArgoRollouts, which ' +
      'switches the Service',
    fix: 'state Rollout.rolling(), a mesh on the platform, or new ArgoRollouts()',
  };
}

function nothingToSplit(name: string): Detail {
  return {
    message: `Flagger has no requests to split for ${name}`,
    given: 'no mesh splits its requests: its Deployment exchanges replicas as Rollout.rolling() does, without steps',
    allowed: 'canaries in a mesh; or on platforms with ArgoRollouts, which shares connections by replicas',
    fix: 'state Rollout.rolling(), a mesh on the platform, or new ArgoRollouts()',
  };
}

function order({ steps }: Rollout): Detail[] {
  const kinds = steps.map((step) => step._kind);
  const timed = kinds.filter((kind) => kind !== CanaryStepKind.APPROVAL);
  const refuse = (isRefused: boolean, message: string, allowed: string): Detail[] =>
    isRefused
      ? [
          {
            message,
            given: `the steps were ${kinds.join(', ')}`,
            allowed,
            fix: 'state other steps, or choose another delivery on the platform',
          },
        ]
      : [];
  return [
    ...refuse(
      timed.includes(CanaryStepKind.HEADER) && timed.length > 1,
      'Flagger goes by one header, or by weights',
      'one step by header and no other, or weights',
    ),
    ...refuse(
      timed.lastIndexOf(CanaryStepKind.MIRROR) > 0,
      'Flagger copies requests in one step, the first',
      'one mirrored step, before the first weight',
    ),
    ...refuse(
      timed.includes(CanaryStepKind.MIRROR) && !timed.includes(CanaryStepKind.WEIGHT),
      'Flagger copies requests before weights, not instead of them',
      'a mirrored step, then weights',
    ),
    ...refuse(timed.length === 0 && steps.length > 0, 'Flagger has no step to take', 'weights, or a header'),
    ...refuse(
      kinds.slice(1, -1).includes(CanaryStepKind.APPROVAL),
      'Flagger asks for approval before the first step and after the last one',
      'approvals at either end',
    ),
  ];
}
