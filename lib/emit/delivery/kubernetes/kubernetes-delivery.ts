import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { evaluateRules, Problem } from '../../../errors';
import { deploymentSpec, identityFields, Manifest, metadataOf, podConfiguration } from '../../kubernetes';
import {
  type DeploymentDefinition,
  ResolvedDelivery,
  FieldOwner,
  DeploymentWorkload,
  mainContainerOf,
} from '../../../program';
import { RolloutKind, keepOwn } from '../../../values';
import { Delivery, DeliveryStatement, WorkloadObject } from '../delivery';
import { CandidateProps } from './candidate';
import { canaryDeploymentSpec, keptByCandidate, labelsOfCandidate } from './canary-deployment';
import type { DeliveryFeatureTable } from '../features';
import { KUBERNETES_DELIVERY_FEATURES, WALKED_FEATURES } from './features';
import { MS6101_STEP, MS6101_VALUES } from './rules/ms6101';
import { versionServiceSpec } from './version-services';
import { judged } from '../../../arguments';

/** State of the rollouts without a delivery controller. */
export interface KubernetesDeliveryProps {
  /**
   * Candidates that take part of the requests, by the name of their microservice.
   *
   * A pipeline changes them from step to step. An empty map says that it does, and that nothing is brought out now.
   *
   * @default - none: all requests go to the stated version, and nothing walks a canary
   */
  readonly candidates?: { [microservice: string]: CandidateProps };
}

/** Kubernetes' own rolling updates. Canaries proceed when a pipeline changes the candidates. */
export class KubernetesDelivery extends Delivery {
  /** Name of the provider, for findings. */
  public readonly name = 'KubernetesDelivery';

  /** @internal */
  public readonly _features: DeliveryFeatureTable;

  /** @internal */
  public override readonly _isWalkedByProps: boolean;

  private readonly candidates: ReadonlyMap<string, CandidateProps>;

  public constructor(props: KubernetesDeliveryProps = {}) {
    super();
    const { candidates } = judged(this, 'KubernetesDelivery', props);
    this._isWalkedByProps = candidates !== undefined;
    this._features = this._isWalkedByProps ? WALKED_FEATURES : KUBERNETES_DELIVERY_FEATURES;
    this.candidates = new Map(Object.entries(candidates ?? {}));
    keepOwn(this, KubernetesDelivery);
  }

  /** @internal */
  public _resolve({ name, rollout, selector, splitsRequests }: DeliveryStatement): ResolvedDelivery {
    const isCanary = rollout._kind === RolloutKind.CANARY && splitsRequests;
    const candidate = isCanary ? this.candidates.get(name) : undefined;
    return {
      facts: {
        provider: this.name,
        workloads: isCanary ? [name, `${name}-canary`] : [name],
        ...(isCanary && { versions: { stable: `${name}-stable`, canary: `${name}-canary` } }),
        ...(candidate !== undefined && { candidate: { name: `${name}-canary`, image: candidate.image } }),
        canaryWeight: candidate?.weight ?? 0,
        ownsRoutes: false,
      },
      // Pods of the candidate have the same name and another instance.
      pods: { podSelector: isCanary ? { 'app.kubernetes.io/name': name } : { ...selector } },
    };
  }

  /** @internal */
  public _workload(definition: DeploymentDefinition, workload: () => DeploymentWorkload): WorkloadObject {
    return { ...definition.object, spec: () => deploymentSpec(workload()) };
  }

  /** @internal */
  public _declareMicroservice(
    scope: Construct,
    definition: DeploymentDefinition,
    workload: () => DeploymentWorkload,
  ): ApiObject[] {
    const { versions } = definition.delivery;
    if (versions === undefined) return [];
    const metadata = metadataOf(definition);
    for (const [id, name, instance] of [
      ['stable-service', versions.stable, definition.name],
      ['canary-service', versions.canary, versions.canary],
    ] as const) {
      new Manifest(scope, id, {
        ...metadata,
        name,
        labels: { ...metadata.labels, 'app.kubernetes.io/instance': name },
        apiVersion: 'v1',
        kind: 'Service',
        followed: () => identityFields('routes and destinations of the versions'),
        fields: { spec: () => versionServiceSpec(workload(), instance) },
      });
    }
    const candidate = this.candidates.get(definition.name);
    if (candidate === undefined) return [];
    return [
      new Manifest(scope, 'canary-workload', {
        ...metadata,
        name: versions.canary,
        labels: { ...labelsOfCandidate(definition), 'app.kubernetes.io/instance': versions.canary },
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        configuration: podConfiguration(definition),
        kept: (object) => keptByCandidate(object, mainContainerOf(definition)),
        fields: { spec: () => canaryDeploymentSpec(workload(), candidate) },
      }),
    ];
  }

  /** @internal */
  public override _candidates(): string[] {
    return [...this.candidates.keys()].sort();
  }

  /** @internal */
  public _ownership(): FieldOwner[] {
    return [];
  }

  /** @internal */
  public _platformProblems(): Problem[] {
    return evaluateRules([MS6101_VALUES], { candidates: this.candidates });
  }

  /** @internal */
  public _problems(facts: DeploymentWorkload): Problem[] {
    const candidate = this.candidates.get(facts.name);
    return candidate === undefined ? [] : evaluateRules([MS6101_STEP], { microservice: facts, candidate });
  }
}
