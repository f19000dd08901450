import type { Construct } from 'constructs';
import { evaluateRules, Problem } from '../../../errors';
import { deploymentSpec, Manifest, metadataOf, MS1065_ADDRESS } from '../../kubernetes';
import {
  type DeploymentDefinition,
  ResolvedDelivery,
  FieldOwner,
  DeploymentWorkload,
  WorkloadRef,
} from '../../../program';
import { RolloutKind, keepOwn } from '../../../values';
import { Delivery, DeliveryStatement, WorkloadObject } from '../delivery';
import { analysedObjectives, templateName } from './analysis';
import { canarySpec } from './canary-spec';
import { FLAGGER_FEATURES } from './features';
import { fixedReplicasSpec } from './fixed-replicas';
import { metricTemplateSpec } from './metric-template';
import { INSTALLATION_RULES, MICROSERVICE_RULES, PLATFORM_RULES } from './rules';
import { judged } from '../../../arguments';

/** An installation of Flagger. */
export interface FlaggerProps {
  /**
   * URL that answers 200 when a rollout may continue and another status until then, such as `/gate/check` of Flagger's
   * load tester.
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
    const stated = judged(this, 'Flagger', props);
    if (stated.gate !== undefined) this.gate = stated.gate;
    keepOwn(this, Flagger);
  }

  /** @internal */
  public _resolve({ name, rollout: { _kind: kind }, selector, splitsRequests }: DeliveryStatement): ResolvedDelivery {
    const common = { provider: this.name, canaryWeight: 0 };
    if (!splitsRequests || (kind !== RolloutKind.CANARY && kind !== RolloutKind.BLUE_GREEN))
      return {
        facts: { ...common, workloads: [name], ownsRoutes: false },
        pods: { podSelector: { ...selector } },
      };
    return {
      facts: {
        ...common,
        workloads: [`${name}-primary`, name],
        versions: { stable: `${name}-primary`, canary: `${name}-canary` },
        ownsRoutes: true,
      },
      // In its copy, Flagger gives the label app.kubernetes.io/name another value, and leaves all others.
      pods: { podSelector: { 'app.kubernetes.io/instance': name } },
    };
  }

  /** @internal */
  public _workload({ object, delivery }: DeploymentDefinition, workload: () => DeploymentWorkload): WorkloadObject {
    return {
      ...object,
      spec: () => (delivery.ownsRoutes ? withoutReplicas(workload()) : deploymentSpec(workload())),
    };
  }

  /** @internal */
  public _declareMicroservice(
    scope: Construct,
    definition: DeploymentDefinition,
    workload: () => DeploymentWorkload,
    autoscaler?: WorkloadRef,
  ): [] {
    if (!definition.delivery.ownsRoutes) return [];
    const add = (id: string, apiVersion: string, kind: string, name: string, spec: () => unknown) =>
      new Manifest(scope, id, { ...metadataOf(definition), name, apiVersion, kind, fields: { spec } });
    const scaler = autoscaler ?? {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      name: definition.name,
    };
    if (autoscaler === undefined)
      add('replicas', scaler.apiVersion, scaler.kind, scaler.name, () => fixedReplicasSpec(workload()));
    for (const objective of analysedObjectives(definition)) {
      add(`analysis-${objective.name}`, API_VERSION, 'MetricTemplate', templateName(definition, objective), () =>
        metricTemplateSpec(workload(), objective),
      );
    }
    add('workload-canary', API_VERSION, 'Canary', definition.name, () => canarySpec(workload(), scaler, this.gate));
    return [];
  }

  /** @internal */
  public _ownership({ namespace, object, delivery }: DeploymentWorkload): FieldOwner[] {
    return delivery.ownsRoutes ? [{ ...object, namespace, path: '/spec/replicas', owner: this.name }] : [];
  }

  /** @internal */
  public _platformProblems(): Problem[] {
    return [
      ...evaluateRules(PLATFORM_RULES, { gate: this.gate }),
      ...evaluateRules([MS1065_ADDRESS], { place: 'the address of the gate', address: this.gate }),
    ];
  }

  /** @internal */
  public _problems(facts: DeploymentWorkload): Problem[] {
    return [
      ...evaluateRules(MICROSERVICE_RULES, facts),
      ...evaluateRules(INSTALLATION_RULES, { microservice: facts, gate: this.gate }),
    ];
  }
}

function withoutReplicas(facts: DeploymentWorkload): unknown {
  const { replicas, ...spec } = deploymentSpec(facts);
  return spec;
}
