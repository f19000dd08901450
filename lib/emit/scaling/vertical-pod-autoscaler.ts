import type { IVerticalPodAutoscaler } from '@kubernetes-models/autoscaler/autoscaling.k8s.io/v1/VerticalPodAutoscaler';
import type { DeploymentWorkload } from '../../program';
import { mainContainer } from './main-container';

/** Recommends requests for the microservice's own container without applying them. */
export function verticalPodAutoscalerSpec(facts: DeploymentWorkload): object {
  const { apiVersion, kind, name } = facts.object;
  const spec: IVerticalPodAutoscaler['spec'] = {
    targetRef: { apiVersion, kind, name },
    updatePolicy: { updateMode: 'Off' },
    // Sidecars are not the program's to size; a mesh puts its own in later.
    resourcePolicy: {
      containerPolicies: [
        { containerName: mainContainer(facts), mode: 'Auto' },
        { containerName: '*', mode: 'Off' },
      ],
    },
  };
  return spec;
}
