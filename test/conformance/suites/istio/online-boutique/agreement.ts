import { DecisionSimulator } from '../../../../support/decision/decision';
import type { KubernetesObject } from '../../../cluster/kubernetes-object';
import { Problem } from '../../../suite';
import { isAnswered, Reached } from './reach';
import type { PairRequest } from './requests';

/**
 * Disagreements between the simulator of the property tests and Envoy. With one, the simulator's verdicts count for
 * nothing.
 */
export function disagreements(
  manifests: readonly KubernetesObject[],
  reached: readonly Reached<PairRequest>[],
): Problem[] {
  const simulator = new DecisionSimulator(manifests);
  return reached.flatMap((one) => {
    const { caller, callee, url } = one.request;
    const { port, pathname } = new URL(url.replace(/^(grpc|tcp):/, 'http:'));
    const { egressScope, routed, mutualTls, authorization } = simulator.decide({
      from: simulator.workload(caller),
      to: simulator.workload(callee),
      port: Number(port || 80),
      method: url.startsWith('grpc:') ? 'POST' : 'GET',
      path: pathname,
    });
    // Network policies are not in force among these pods.
    const allowed = egressScope && routed && mutualTls && authorization;
    return allowed === isAnswered(one)
      ? []
      : [
          {
            object: `Deployment online-boutique/${callee}`,
            message: `${caller} calls ${url}: the simulator says ${allowed ? 'yes' : 'no'}, and Envoy did otherwise`,
          },
        ];
  });
}
