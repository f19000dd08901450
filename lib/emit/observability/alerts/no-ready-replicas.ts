import { selector, startOf } from '../../../program';
import { agentStatements } from './agent-pods';
import { isRollout, replicaNumbers, replicaSeries } from '../replica-series';
import { beyondStart } from './defaults';
import { minutes, StandardAlert } from './standard-alert';
import { urgencyOfReplicas } from './users';

/** Nobody serves: callers get refused connections, which no proxy of the microservice can count. */
export const noReadyReplicas: StandardAlert = {
  statements: (facts) => {
    const { namespace, name } = facts;
    const { wanted, available } = replicaNumbers(facts);
    // Argo Rollouts counts no pods that are ready and not yet available.
    const ready = isRollout(facts) ? available : `max(${selector(replicaSeries(facts, 'ready'))})`;
    return [
      {
        alert: 'MicroserviceNoReadyReplicas',
        expr: `${wanted} > 0 and ${ready} == 0`,
        // The first pods of all, those after the loss of all, and those after the old version may take so long.
        for: minutes(beyondStart(startOf(facts).outage, 0)),
        urgency: urgencyOfReplicas(facts),
        summary: `No replica of ${name} is ready`,
        description:
          `None of the {{ $value }} replicas that ${namespace}/${name} is to have is ready: nothing is ` +
          (`served. Look at its pods with \`kubectl describe pod\`: pods that cannot be scheduled, images that ` +
            'cannot be pulled, and probes that fail are told there. If it began with a rollout, undo that.'),
      },
      ...agentStatements(facts),
    ];
  },
};
