import type { IDeploymentSpec } from 'kubernetes-models/apps/v1/DeploymentSpec';
import { deploymentSpec } from '../../kubernetes';
import { DeploymentWorkload } from '../../../program';
import { ContainerRole } from '../../../values';
import type { CandidateProps } from './candidate';

/**
 * The pods of a candidate: those of the microservice, of another image and another instance, as many as its share of
 * requests asks for.
 */
export function canaryDeploymentSpec(facts: DeploymentWorkload, { image, weight }: CandidateProps): IDeploymentSpec {
  const instance = facts.delivery.versions!.canary;
  const containers = facts.containers.map((each) =>
    each.role === ContainerRole.MAIN ? { ...each, image: facts.resolveImage(image) } : each,
  );
  const spec = deploymentSpec({ ...facts, containers });
  const labels = { 'app.kubernetes.io/name': facts.name, 'app.kubernetes.io/instance': instance };
  const { max } = facts.settings.values.scaling;
  return {
    ...spec,
    replicas: Math.max(1, Math.ceil((max * weight) / 100)),
    selector: { matchLabels: labels },
    template: {
      ...spec.template,
      metadata: { ...spec.template.metadata, labels: { ...spec.template.metadata?.labels, ...labels } },
      spec: {
        ...spec.template.spec!,
        ...(spec.template.spec!.topologySpreadConstraints && {
          topologySpreadConstraints: spec.template.spec!.topologySpreadConstraints.map((constraint) => ({
            ...constraint,
            labelSelector: { matchLabels: labels },
          })),
        }),
      },
    },
  };
}
