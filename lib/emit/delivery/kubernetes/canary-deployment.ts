import type { IDeploymentSpec } from 'kubernetes-models/apps/v1/DeploymentSpec';
import { deploymentSpec, workloadLabels } from '../../kubernetes';
import { candidateOf, DeploymentDefinition, DeploymentWorkload } from '../../../program';
import { CanaryStepKind, Rollout } from '../../../values';
import type { CandidateProps } from './candidate';

/**
 * The pods of a candidate: those of the microservice, of another image and another instance, as many as its next share
 * of the requests asks for: one apply changes weights and pods, and requests come at once.
 */
export function canaryDeploymentSpec(facts: DeploymentWorkload, { weight }: CandidateProps): IDeploymentSpec {
  const instance = facts.delivery.versions!.canary;
  const spec = deploymentSpec(facts.candidate!);
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

/** Labels of the object of a candidate, which change with its image. */
export function labelsOfCandidate(definition: DeploymentDefinition): Record<string, string> {
  return workloadLabels(candidateOf(definition) ?? definition);
}

type Json = Record<string, any>;

/** Fields by which a candidate differs from the microservice, whose patches it follows. */
export function keptByCandidate(object: Json, name: string): Json {
  const { metadata, spec } = object;
  const main = (spec.template.spec.containers as Json[]).find((each) => each['name'] === name);
  return {
    metadata: { name: metadata.name, labels: versionLabels(metadata.labels) },
    spec: {
      replicas: spec.replicas,
      selector: spec.selector,
      template: {
        metadata: { labels: versionLabels(spec.template.metadata.labels) },
        spec: { containers: [{ name, image: main?.['image'] }] },
      },
    },
  };
}

function versionLabels(labels: Json): Json {
  const of = (key: string) => ({ [key]: labels[key] ?? null });
  return { ...of('app.kubernetes.io/instance'), ...of('app.kubernetes.io/version') };
}
