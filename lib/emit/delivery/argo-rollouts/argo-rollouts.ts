import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { evaluateRules, Problem } from '../../../errors';
import { deploymentSpec, identityFields, Manifest, metadataOf, serviceSpec } from '../../kubernetes';
import { type DeploymentDefinition, ResolvedDelivery, FieldOwner, DeploymentWorkload } from '../../../program';
import { RolloutKind, secondsOf, keepOwn } from '../../../values';
import { Delivery, DeliveryStatement, WorkloadObject } from '../delivery';
import { templates } from './analysis';
import { analysisTemplateSpec } from './analysis-template';
import { ARGO_ROLLOUTS_FEATURES } from './features';
import { ownedByController } from './ownership';
import { previewName, rolloutSpec } from './rollout-spec';
import { MICROSERVICE_RULES, PLATFORM_RULES } from './rules';
import { isRouted } from './steps';
import { judged } from '../../../arguments';

/** An installation of Argo Rollouts. */
export interface ArgoRolloutsProps {
  /**
   * The controller's `--instance-id`, where several controllers share a cluster.
   *
   * @default - none: the only controller of the cluster
   */
  readonly instanceId?: string;

  /**
   * Interval between two measurements of a new version, 5 s or more. Whole seconds.
   *
   * @default Duration.seconds(30)
   */
  readonly analysisInterval?: Duration;
}

const API_VERSION = 'argoproj.io/v1alpha1';
const INSTANCE_LABEL = 'argo-rollouts.argoproj.io/controller-instance-id';
const DEFAULT_INTERVAL_SECONDS = 30;

/**
 * Argo Rollouts: canaries that move the mesh's weights step by step and are taken back when they fail, and blue-green
 * switches.
 */
export class ArgoRollouts extends Delivery {
  /** Name of the provider, for findings. */
  public readonly name = 'ArgoRollouts';

  /** @internal */
  public readonly _features = ARGO_ROLLOUTS_FEATURES;

  private readonly instanceId?: string;
  private readonly intervalSeconds: number;

  public constructor(props: ArgoRolloutsProps = {}) {
    super();
    const { instanceId, analysisInterval } = judged(this, 'ArgoRollouts', props);
    if (instanceId !== undefined) this.instanceId = instanceId;
    this.intervalSeconds = analysisInterval === undefined ? DEFAULT_INTERVAL_SECONDS : secondsOf(analysisInterval);
    keepOwn(this, ArgoRollouts);
  }

  /** @internal */
  public _resolve({ name, rollout, selector, splitsRequests }: DeliveryStatement): ResolvedDelivery {
    const podSelector = { ...selector };
    const facts = { provider: this.name, workloads: [name], canaryWeight: 0, ownsRoutes: false };
    if (!walks(rollout._kind)) return { facts, pods: { podSelector } };
    return {
      facts: {
        ...facts,
        ...(rollout._kind === RolloutKind.CANARY &&
          splitsRequests && {
            versions: { stable: `${name}-stable`, canary: `${name}-canary` },
            addsRoutes: rollout.steps.some(isRouted),
          }),
      },
      pods: { podSelector, versionLabel: 'rollouts-pod-template-hash' },
      replacement: { apiVersion: API_VERSION, kind: 'Rollout' },
    };
  }

  /** @internal */
  public _workload(definition: DeploymentDefinition, workload: () => DeploymentWorkload): WorkloadObject {
    const { object } = definition;
    if (!walks(definition.settings.values.rollout._kind)) return { ...object, spec: () => deploymentSpec(workload()) };
    return {
      ...object,
      ...(this.instanceId !== undefined && { labels: { [INSTANCE_LABEL]: this.instanceId } }),
      spec: () => rolloutSpec(workload()),
    };
  }

  /** @internal */
  public _declareMicroservice(
    scope: Construct,
    definition: DeploymentDefinition,
    workload: () => DeploymentWorkload,
  ): [] {
    const {
      delivery: { versions },
      settings,
      name,
    } = definition;
    if (versions !== undefined) {
      this.addService(scope, definition, workload, 'stable-service', versions.stable);
      this.addService(scope, definition, workload, 'canary-service', versions.canary);
    }
    if (settings.values.rollout._kind === RolloutKind.BLUE_GREEN && definition.ports.length > 0)
      this.addService(scope, definition, workload, 'preview-service', previewName(name));
    for (const { objective, template } of templates(definition)) {
      new Manifest(scope, `analysis-${objective.name}`, {
        ...metadataOf(definition),
        name: template,
        apiVersion: API_VERSION,
        kind: 'AnalysisTemplate',
        fields: { spec: () => analysisTemplateSpec(workload(), objective, this.intervalSeconds) },
      });
    }
    return [];
  }

  /** @internal */
  public _ownership(facts: DeploymentWorkload): FieldOwner[] {
    return ownedByController(facts);
  }

  /** @internal */
  public _platformProblems(): Problem[] {
    const { instanceId, intervalSeconds } = this;
    return evaluateRules(PLATFORM_RULES, { instanceId, intervalSeconds });
  }

  /** @internal */
  public _problems(facts: DeploymentWorkload): Problem[] {
    return evaluateRules(MICROSERVICE_RULES, facts);
  }

  /**
   * Service of one version, with an instance label of its own.
   *
   * A selector for Services of the microservice thus finds only the one for both versions.
   */
  private addService(
    scope: Construct,
    definition: DeploymentDefinition,
    workload: () => DeploymentWorkload,
    id: string,
    name: string,
  ): void {
    const metadata = metadataOf(definition);
    new Manifest(scope, id, {
      ...metadata,
      name,
      labels: { ...metadata.labels, 'app.kubernetes.io/instance': name },
      apiVersion: 'v1',
      kind: 'Service',
      followed: () => identityFields('the Rollout, and routes and destinations of the versions'),
      fields: { spec: () => serviceSpec(workload()) },
    });
  }
}

/** Tells if the controller manages the rollout. Kubernetes manages the others. */
function walks(kind: RolloutKind): boolean {
  return kind === RolloutKind.CANARY || kind === RolloutKind.BLUE_GREEN;
}
