import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { evaluateRules, Problem } from '../../../errors';
import { deploymentSpec, Manifest, metadataOf, selectorLabels, serviceSpec } from '../../kubernetes';
import { DeliveryFacts, FieldOwner, MicroserviceFacts } from '../../../program';
import { RolloutKind, secondsOf } from '../../../values';
import { Delivery, DeliveryStatement, Workload } from '../delivery';
import { templates } from './analysis';
import { analysisTemplateSpec } from './analysis-template';
import { ARGO_ROLLOUTS_FEATURES } from './features';
import { ownedByController } from './ownership';
import { previewName, rolloutSpec } from './rollout-spec';
import { MICROSERVICE_RULES, PLATFORM_RULES } from './rules';
import { isRouted } from './steps';

/** An installation of Argo Rollouts. */
export interface ArgoRolloutsProps {
  /**
   * The controller's `--instance-id`, where several controllers share a cluster.
   *
   * @default - none: the only controller of the cluster
   */
  readonly instanceId?: string;

  /**
   * Time between two looks at how a new version does, 5 s or more. Whole seconds.
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
    const { instanceId, analysisInterval } = props;
    if (instanceId !== undefined) this.instanceId = instanceId;
    this.intervalSeconds = analysisInterval === undefined ? DEFAULT_INTERVAL_SECONDS : secondsOf(analysisInterval);
  }

  /** @internal */
  public _facts({ name, rollout, splitsRequests }: DeliveryStatement): DeliveryFacts {
    const common = {
      provider: this.name,
      workloads: [name],
      podSelector: selectorLabels(name),
      canaryWeight: 0,
      ownsRoutes: false,
    };
    if (!walks(rollout.kind)) return { ...common, workload: { apiVersion: 'apps/v1', kind: 'Deployment', name } };
    return {
      ...common,
      workload: { apiVersion: API_VERSION, kind: 'Rollout', name },
      versionLabel: 'rollouts-pod-template-hash',
      ...(rollout.kind === RolloutKind.CANARY &&
        splitsRequests && {
          versions: { stable: `${name}-stable`, canary: `${name}-canary` },
          addsRoutes: rollout.steps.some(isRouted),
        }),
    };
  }

  /** @internal */
  public _workload(facts: MicroserviceFacts): Workload {
    const { workload } = facts.delivery;
    if (!walks(facts.settings.values.rollout.kind)) return { ...workload, spec: () => deploymentSpec(facts) };
    return {
      ...workload,
      ...(this.instanceId !== undefined && { labels: { [INSTANCE_LABEL]: this.instanceId } }),
      spec: () => rolloutSpec(facts),
    };
  }

  /** @internal */
  public _declareMicroservice(scope: Construct, facts: MicroserviceFacts): void {
    const {
      delivery: { versions },
      settings,
      name,
    } = facts;
    if (versions !== undefined) {
      this.addService(scope, facts, 'stable-service', versions.stable);
      this.addService(scope, facts, 'canary-service', versions.canary);
    }
    if (settings.values.rollout.kind === RolloutKind.BLUE_GREEN && facts.ports.length > 0)
      this.addService(scope, facts, 'preview-service', previewName(name));
    for (const { objective, template } of templates(facts)) {
      new Manifest(scope, `analysis-${objective.name}`, {
        ...metadataOf(facts),
        name: template,
        apiVersion: API_VERSION,
        kind: 'AnalysisTemplate',
        fields: { spec: () => analysisTemplateSpec(facts, objective, this.intervalSeconds) },
      });
    }
  }

  /** @internal */
  public _ownership(facts: MicroserviceFacts): FieldOwner[] {
    return ownedByController(facts);
  }

  /** @internal */
  public _platformProblems(): Problem[] {
    const { instanceId, intervalSeconds } = this;
    return evaluateRules(PLATFORM_RULES, { instanceId, intervalSeconds });
  }

  /** @internal */
  public _problems(facts: MicroserviceFacts): Problem[] {
    return evaluateRules(MICROSERVICE_RULES, facts);
  }

  /**
   * A Service of one version, of an instance of its own: who looks for Services of the microservice finds the one that
   * covers both.
   */
  private addService(scope: Construct, facts: MicroserviceFacts, id: string, name: string): void {
    const metadata = metadataOf(facts);
    new Manifest(scope, id, {
      ...metadata,
      name,
      labels: { ...metadata.labels, 'app.kubernetes.io/instance': name },
      apiVersion: 'v1',
      kind: 'Service',
      fields: { spec: () => serviceSpec(facts) },
    });
  }
}

/** Whether the controller does it; the rest is Kubernetes' own. */
function walks(kind: RolloutKind): boolean {
  return kind === RolloutKind.CANARY || kind === RolloutKind.BLUE_GREEN;
}
