import { DeploymentWorkload, isDelivered, selector, series, startOf, Urgency } from '../../../program';
import { AgentUpdateKind, RolloutKind } from '../../../values';
import { isRollout, replicaNumbers, replicaSeries, rolloutMax } from '../replica-series';
import { ROLLOUT_MINUTES } from './defaults';
import { minutes, StandardAlert } from './standard-alert';

/** Phases of Argo Rollouts that nothing but a person ends. */
const STUCK = 'Abort|Error|InvalidSpec|Timeout';

/**
 * A rollout does not progress, although the pipeline has finished: the old version still serves, or none where it was
 * ended first.
 */
export const rolloutStuck: StandardAlert = {
  needs: 'updates that Kubernetes carries out',
  statements: (facts) => {
    const { namespace, name, settings, perNode } = facts;
    if (perNode?.update._kind === AgentUpdateKind.ON_DELETE) return [];
    const { progressDeadline } = startOf(facts);
    const serving =
      settings.values.rollout._kind === RolloutKind.RECREATE
        ? 'and no version serves, since the old one was ended first'
        : 'so that the old version still serves';
    return [
      {
        alert: 'MicroserviceRolloutStuck',
        expr: stuck(facts),
        for: minutes(isDelivered(facts) ? ROLLOUT_MINUTES : Math.ceil(progressDeadline / 60)),
        urgency: Urgency.TICKET,
        summary: `The rollout of ${name} does not go on`,
        description:
          perNode !== undefined
            ? `No further node got the new version of ${namespace}/${name} for ${progressDeadline} s: too many nodes ` +
              (`lack a ready pod of it, and the others wait for these. Look at pods that are not ready with ` +
                '`kubectl describe pod` and `kubectl logs`; mend the version, or undo with `kubectl rollout undo`.')
            : facts.stateful !== undefined
              ? `A replica of the new version of ${namespace}/${name} did not become ready for ${progressDeadline} s, ` +
                ('and the others wait for it. Look at it with `kubectl describe pod` and `kubectl logs`; mend the ' +
                  'version or undo with `kubectl rollout undo`, then delete the pod: Kubernetes waits for ' +
                  'one that never was ready.')
              : isRollout(facts)
                ? `The new version of ${namespace}/${name} was taken back, or no pod of it became ready for ` +
                  (`${progressDeadline} s, so that the old version still serves. Ask \`kubectl argo rollouts get ` +
                    `rollout\` why, and look at its AnalysisRuns and newest pods; mend the version and roll out again.`)
                : `No pod of the new version of ${namespace}/${name} became ready for ${progressDeadline} s, ` +
                  (`${serving}. Look at the newest pods with \`kubectl describe pod\` and \`kubectl ` +
                    `logs\`; mend the version and roll out again, or undo with \`kubectl rollout undo\`.`),
      },
    ];
  },
};

function stuck(facts: DeploymentWorkload): string {
  const { wanted } = replicaNumbers(facts);
  return isDelivered(facts)
    ? `${failed(facts)} > 0 and ${wanted} > 0`
    : standsStill(facts, facts.stateful?.partition ?? 0);
}

/**
 * Pods of a StatefulSet or DaemonSet that an update reaches and that are old, while the number of new ones stays. Their
 * deadline is the alert's, not the window's: at the first start, no sample is older than the pods.
 */
function standsStill(facts: DeploymentWorkload, partition: number): string {
  const { wanted, updated } = replicaNumbers(facts);
  const changes = `max(changes(${selector(replicaSeries(facts, 'updated'))}[${ROLLOUT_MINUTES}m]))`;
  return `${wanted}${partition === 0 ? '' : ` - ${partition}`} - ${updated} > 0 and ${changes} == 0`;
}

function failed(facts: DeploymentWorkload): string {
  const { namespace, name } = facts;
  if (isRollout(facts)) return rolloutMax('rollout_info', facts, [{ label: 'phase', operator: '=~', value: STUCK }]);
  const labels = { namespace, deployment: name, condition: 'Progressing', status: 'false' };
  return `max(${selector(series('kube_deployment_status_condition', labels))})`;
}
