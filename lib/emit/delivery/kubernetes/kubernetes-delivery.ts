import type { Construct } from 'constructs';
import { evaluateRules, Problem } from '../../../errors';
import { deploymentSpec, Manifest, metadataOf, selectorLabels } from '../../kubernetes';
import { DeliveryFacts, FieldOwner, MicroserviceFacts } from '../../../program';
import { RolloutKind } from '../../../values';
import { Delivery, DeliveryStatement, Workload } from '../delivery';
import { CandidateProps } from './candidate';
import { canaryDeploymentSpec } from './canary-deployment';
import { KUBERNETES_DELIVERY_FEATURES } from './features';
import { MS6101_STEP, MS6101_VALUES } from './rules/ms6101';
import { versionServiceSpec } from './version-services';

/** What is being brought out where no controller does it. */
export interface KubernetesDeliveryProps {
  /**
   * New versions that take part of the requests, by the names of their microservices: what a pipeline changes from step
   * to step.
   *
   * @default - none: all requests go to what the program states
   */
  readonly candidates?: { [microservice: string]: CandidateProps };
}

/** Kubernetes' own rolling updates; canaries are moved on by whoever states the candidates. */
export class KubernetesDelivery extends Delivery {
  /** Name of the provider, for findings. */
  public readonly name = 'KubernetesDelivery';

  /** @internal */
  public readonly _features = KUBERNETES_DELIVERY_FEATURES;

  private readonly candidates: ReadonlyMap<string, CandidateProps>;

  public constructor(props: KubernetesDeliveryProps = {}) {
    super();
    this.candidates = new Map(Object.entries(props.candidates ?? {}));
  }

  /** @internal */
  public _facts({ name, rollout, splitsRequests }: DeliveryStatement): DeliveryFacts {
    const isCanary = rollout.kind === RolloutKind.CANARY && splitsRequests;
    return {
      provider: this.name,
      workload: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      workloads: isCanary ? [name, `${name}-canary`] : [name],
      // Pods of the candidate are of the same name and of another instance.
      podSelector: isCanary ? { 'app.kubernetes.io/name': name } : selectorLabels(name),
      ...(isCanary && { versions: { stable: `${name}-stable`, canary: `${name}-canary` } }),
      canaryWeight: isCanary ? (this.candidates.get(name)?.weight ?? 0) : 0,
      ownsRoutes: false,
    };
  }

  /** @internal */
  public _workload(facts: MicroserviceFacts): Workload {
    return { ...facts.delivery.workload, spec: () => deploymentSpec(facts) };
  }

  /** @internal */
  public _declareMicroservice(scope: Construct, facts: MicroserviceFacts): void {
    const { versions } = facts.delivery;
    if (versions === undefined) return;
    const metadata = metadataOf(facts);
    for (const [id, name, instance] of [
      ['stable-service', versions.stable, facts.name],
      ['canary-service', versions.canary, versions.canary],
    ] as const) {
      new Manifest(scope, id, {
        ...metadata,
        name,
        labels: { ...metadata.labels, 'app.kubernetes.io/instance': name },
        apiVersion: 'v1',
        kind: 'Service',
        fields: { spec: () => versionServiceSpec(facts, instance) },
      });
    }
    const candidate = this.candidates.get(facts.name);
    if (candidate === undefined) return;
    new Manifest(scope, 'canary-workload', {
      ...metadata,
      name: versions.canary,
      labels: { ...metadata.labels, 'app.kubernetes.io/instance': versions.canary },
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      fields: { spec: () => canaryDeploymentSpec(facts, candidate) },
    });
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
  public _problems(facts: MicroserviceFacts): Problem[] {
    const candidate = this.candidates.get(facts.name);
    return candidate === undefined ? [] : evaluateRules([MS6101_STEP], { microservice: facts, candidate });
  }
}
