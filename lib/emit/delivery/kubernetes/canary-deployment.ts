import type { IDeploymentSpec } from 'kubernetes-models/apps/v1/DeploymentSpec';
import { deploymentSpec } from '../../kubernetes';
import { DeploymentWorkload } from '../../../program';
import { CanaryStepKind, ContainerRole, Rollout } from '../../../values';
import type { CandidateProps } from './candidate';

/**
 * The pods of a candidate: those of the microservice, of another image and another instance, as many as its next share
 * of the requests asks for: one apply changes weights and pods, and requests come at once.
 */
export function canaryDeploymentSpec(facts: DeploymentWorkload, { image, weight }: CandidateProps): IDeploymentSpec {
  const instance = facts.delivery.versions!.canary;
  const containers = facts.containers.map((each) =>
    each.role === ContainerRole.MAIN ? { ...each, image: facts.resolveImage(image) } : each,
  );
  const spec = deploymentSpec({ ...facts, containers });
  const labels = { 'app.kubernetes.io/name': facts.name, 'app.kubernetes.io/instance': instance };
  const { scaling, rollout } = facts.settings.values;
  return {
    ...spec,
    replicas: Math.max(1, Math.ceil((scaling.max * nextWeight(rollout, weight)) / 100)),
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

/** Weight of the step after a weight; after the last one, everything. */
function nextWeight({ steps }: Rollout, weight: number): number {
  const weights = steps.filter(({ _kind: kind }) => kind === CanaryStepKind.WEIGHT).map(({ percent }) => percent!);
  return Math.min(...weights.filter((percent) => percent > weight), 100);
}
