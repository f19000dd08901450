import { type Rule, Severity } from '../../../errors';
import { type DeploymentWorkload, isOwnOrigin, originOf } from '../../../program';
import { DEFAULT_SURGE_PERCENT, RolloutKind } from '../../../values';

/** A rollout that a StatefulSet cannot have. */
export const MS6123: Rule<DeploymentWorkload> = {
  code: 'MS6123',
  title: 'a stateful service exchanges its replicas in their places',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Each replica of a StatefulService has a name and claims that only one pod can have: no second version runs ' +
    'beside the first. Argo Rollouts and Flagger bring out no StatefulSet, and Kubernetes exchanges one replica ' +
    'after the other. State `Rollout.rolling()` there, and `lifecycle.order.partition` to try a version out on the ' +
    'last replicas.',
  reads: 'rollout of the stateful service',

  evaluate: ({ name, stateful, settings }) => {
    const { _kind: kind, surgePercent } = settings.values.rollout;
    const origin = originOf(settings, 'rollout');
    const isOwn = isOwnOrigin(name, origin);
    const surges = isOwn && surgePercent !== undefined && surgePercent !== DEFAULT_SURGE_PERCENT;
    if (stateful === undefined || (kind === RolloutKind.ROLLING && !surges)) return [];
    return [
      {
        message:
          kind === RolloutKind.ROLLING
            ? 'no replica runs beside the stated ones'
            : `a StatefulSet has no ${kind} rollout`,
        given: `lifecycle.rollout was ${kind}${surges ? ` with maxSurge ${surgePercent} %` : ''} (${origin})`,
        allowed: 'Rollout.rolling(), with lifecycle.order.partition to try a version out on the last replicas',
        fix: 'state lifecycle.rollout as Rollout.rolling() for it',
      },
    ];
  },
};
