import { type DeploymentWorkload, selector, series, startOf, Urgency } from '../../../program';
import { AgentUpdateKind, InternalTrafficPolicy } from '../../../values';
import { replicaNumbers } from '../replica-series';
import { AGENT_MINUTES, beyondStart } from './defaults';
import type { AlertStatement } from './routing';
import { minutes } from './standard-alert';
import { urgencyOfReplicas } from './users';

/** Nodes that lack the pod of an agent, and those that have one and should not. Empty for other workloads. */
export function agentStatements(facts: DeploymentWorkload): AlertStatement[] {
  const { namespace, name, perNode } = facts;
  if (perNode === undefined) return [];
  const { wanted, available, updated } = replicaNumbers(facts);
  const misplaced = series('kube_daemonset_status_number_misscheduled', { namespace, daemonset: name });
  // While an update goes on, nodes take turns to be without a pod: that it goes on is another alert's concern.
  const isSettled = perNode.update._kind === AgentUpdateKind.ON_DELETE ? '' : ` and ${updated} == ${wanted}`;
  return [
    {
      alert: 'AgentPodsMissing',
      expr: `${wanted} - ${available} > 0${isSettled}`,
      for: minutes(beyondStart(startOf(facts).outage, AGENT_MINUTES)),
      // Callers on such a node reach no other pod.
      urgency:
        perNode.internalTrafficPolicy === InternalTrafficPolicy.LOCAL ? urgencyOfReplicas(facts) : Urgency.TICKET,
      summary: `{{ $value }} nodes lack a ready pod of ${name}`,
      description:
        `{{ $value }} nodes that ${namespace}/${name} is to run on have no pod of it that is available. Compare ` +
        (`\`kubectl get pods -n ${namespace} -l app.kubernetes.io/name=${name} -o wide\` with the nodes: a node that is ` +
          'down, one without room for the pod, and a pod that fails there are told apart by `kubectl describe`.'),
    },
    {
      alert: 'AgentPodsMisplaced',
      expr: `max(${selector(misplaced)}) > 0`,
      for: minutes(AGENT_MINUTES),
      urgency: Urgency.TICKET,
      summary: `{{ $value }} nodes run a pod of ${name} that should not`,
      description:
        `{{ $value }} pods of ${namespace}/${name} run on nodes that its node selector or its tolerations leave out, ` +
        ('and stay there: a label or a taint of the node has changed. Give the node the label back, tolerate the ' +
          'taint, or delete the pod.'),
    },
  ];
}
