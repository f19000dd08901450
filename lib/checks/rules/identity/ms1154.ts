import { selectorOf } from '../../../emit/kubernetes';
import { type Rule, Severity } from '../../../errors';
import { type DeploymentWorkload, serviceOf } from '../../../program';

/** A rollout cannot keep an adopted selector or Service. */
export const MS1154: Rule<DeploymentWorkload> = {
  code: 'MS1154',
  title: 'a rollout cannot keep an adopted selector or Service',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'KubernetesDelivery and Flagger tell the pods of two versions apart by labels that they choose, and Flagger ' +
    'makes the Service itself. ArgoRollouts keeps any selector, and so does a rolling update.',
  reads: 'metadata.adopts and lifecycle.rollout',

  evaluate: (workload) => {
    const { adopts, delivery, name, podSelector } = workload;
    const ofSelector =
      adopts?.selector !== undefined && JSON.stringify(podSelector) !== JSON.stringify(selectorOf(workload));
    const ofService = delivery.ownsRoutes && serviceOf(workload) !== name;
    const lost = [...(ofSelector ? ['selector'] : []), ...(ofService ? ['service'] : [])];
    return lost.map((what) => ({
      message: `the rollout of ${name} cannot keep its adopted ${what}`,
      given:
        `metadata.adopts.${what} was stated, and ${delivery.provider} chooses the ` +
        (what === 'selector' ? 'labels of versions' : 'Service'),
      allowed: 'rollouts by ArgoRollouts, rolling updates, or no adopted names',
      fix: `state Rollout.rolling(), or leave metadata.adopts.${what} out`,
    }));
  },
};
