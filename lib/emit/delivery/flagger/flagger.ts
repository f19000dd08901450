import type { Construct } from 'constructs';
import { evaluateRules, Problem } from '../../../errors';
import { deploymentSpec, Manifest, metadataOf, selectorLabels } from '../../kubernetes';
import { DeliveryFacts, FieldOwner, MicroserviceFacts, WorkloadRef } from '../../../program';
import { RolloutKind } from '../../../values';
import { Delivery, DeliveryStatement, Workload } from '../delivery';
import { askedObjectives, templateName } from './analysis';
import { canarySpec } from './canary-spec';
import { FLAGGER_FEATURES } from './features';
import { fixedReplicasSpec } from './fixed-replicas';
import { metricTemplateSpec } from './metric-template';
import { INSTALLATION_RULES, MICROSERVICE_RULES, PLATFORM_RULES } from './rules';

/** An installation of Flagger. */
export interface FlaggerProps {
  /**
   * URL that answers 200 when a rollout may go on and anything else until then, as `/gate/check` of Flagger's load
   * tester does.
   *
   * @default - none: rollouts that wait for somebody are refused
   */
  readonly gate?: string;
}

const API_VERSION = 'flagger.app/v1beta1';

/**
 * Flagger: it copies each Deployment for the version that takes the requests, and makes Services, routes and
 * destinations of both versions itself.
 */
export class Flagger extends Delivery {
  /** Name of the provider, for findings. */
  public readonly name = 'Flagger';

  /** @internal */
  public readonly _features = FLAGGER_FEATURES;

  private readonly gate?: string;

  public constructor(props: FlaggerProps = {}) {
    super();
    if (props.gate !== undefined) this.gate = props.gate;
  }

  /** @internal */
  public _facts({ name, rollout: { kind }, splitsRequests }: DeliveryStatement): DeliveryFacts {
    const common = {
      provider: this.name,
      workload: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      canaryWeight: 0,
    };
    if (!splitsRequests || (kind !== RolloutKind.CANARY && kind !== RolloutKind.BLUE_GREEN))
      return { ...common, workloads: [name], podSelector: selectorLabels(name), ownsRoutes: false };
    // In its copy, Flagger gives the label app.kubernetes.io/name another value, and leaves all others.
    return {
      ...common,
      workloads: [`${name}-primary`, name],
      podSelector: { 'app.kubernetes.io/instance': name },
      versions: { stable: `${name}-primary`, canary: `${name}-canary` },
      ownsRoutes: true,
    };
  }

  /** @internal */
  public _workload(facts: MicroserviceFacts): Workload {
    return {
      ...facts.delivery.workload,
      spec: () => (facts.delivery.ownsRoutes ? withoutReplicas(facts) : deploymentSpec(facts)),
    };
  }

  /** @internal */
  public _declareMicroservice(scope: Construct, facts: MicroserviceFacts, autoscaler?: WorkloadRef): void {
    if (!facts.delivery.ownsRoutes) return;
    const add = (id: string, apiVersion: string, kind: string, name: string, spec: () => unknown) =>
      new Manifest(scope, id, { ...metadataOf(facts), name, apiVersion, kind, fields: { spec } });
    const scaler = autoscaler ?? { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', name: facts.name };
    if (autoscaler === undefined)
      add('replicas', scaler.apiVersion, scaler.kind, scaler.name, () => fixedReplicasSpec(facts));
    for (const objective of askedObjectives(facts)) {
      add(`analysis-${objective.name}`, API_VERSION, 'MetricTemplate', templateName(facts, objective), () =>
        metricTemplateSpec(facts, objective),
      );
    }
    add('workload-canary', API_VERSION, 'Canary', facts.name, () => canarySpec(facts, scaler, this.gate));
  }

  /** @internal */
  public _ownership({ namespace, delivery }: MicroserviceFacts): FieldOwner[] {
    return delivery.ownsRoutes ? [{ ...delivery.workload, namespace, path: '/spec/replicas', owner: this.name }] : [];
  }

  /** @internal */
  public _platformProblems(): Problem[] {
    return evaluateRules(PLATFORM_RULES, { gate: this.gate });
  }

  /** @internal */
  public _problems(facts: MicroserviceFacts): Problem[] {
    return [
      ...evaluateRules(MICROSERVICE_RULES, facts),
      ...evaluateRules(INSTALLATION_RULES, { microservice: facts, gate: this.gate }),
    ];
  }
}

function withoutReplicas(facts: MicroserviceFacts): unknown {
  const { replicas, ...spec } = deploymentSpec(facts);
  return spec;
}
