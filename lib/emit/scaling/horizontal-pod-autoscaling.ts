import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { evaluateRules, Problem } from '../../errors';
import { followedOfAutoscaler, Manifest, metadataOf } from '../kubernetes';
import type { FieldOwner, DeploymentDefinition, DeploymentWorkload } from '../../program';
import { Autoscaling } from './autoscaling';
import { supportedIf, unsupported, ScalingFeature, ScalingFeatureTable, SUPPORTED } from './features';
import { horizontalPodAutoscalerSpec } from './horizontal-pod-autoscaler';
import type { MetricsAdapterNames } from './adapter-names';
import { ownedByAutoscaler } from './ownership';
import { MS6003, MS6012 } from './rules';
import { signalsOf } from './signals';
import { keepOwn } from '../../values';
import { judged } from '../../arguments';

/** Kubernetes' own autoscaler. */
export interface HorizontalPodAutoscalingProps {
  /**
   * Names that the adapter serves metrics under, other than CPU and memory use.
   *
   * @default - there is no adapter: microservices scale on CPU and memory use
   */
  readonly metricsAdapter?: MetricsAdapterNames;
}

/** Features of HorizontalPodAutoscalers, by the metrics that the adapter serves. */
export function horizontalPodAutoscalingFeatures(names: MetricsAdapterNames): ScalingFeatureTable {
  return {
    [ScalingFeature.CPU]: SUPPORTED,
    [ScalingFeature.MEMORY]: SUPPORTED,
    [ScalingFeature.REQUESTS_PER_SECOND]: supportedIf(
      names.requestsPerSecond !== undefined,
      'metricsAdapter.requestsPerSecond',
    ),
    [ScalingFeature.CONCURRENCY]: supportedIf(names.concurrency !== undefined, 'metricsAdapter.concurrency'),
    [ScalingFeature.LATENCY]: supportedIf(names.latency !== undefined, 'metricsAdapter.latency'),
    [ScalingFeature.BACKLOG]: supportedIf(names.backlogs ?? false, 'metricsAdapter.backlogs'),
    [ScalingFeature.BROKER]: unsupported('it asks adapters alone'),
    [ScalingFeature.SCHEDULE]: unsupported('it knows no time of day'),
    [ScalingFeature.ZERO]: unsupported(
      'Kubernetes before 1.37 keeps the feature gate HPAScaleToZero off, and this library does not rely on it yet',
    ),
    [ScalingFeature.ACTIVATION]: unsupported('it has no activator'),
  };
}

/** HorizontalPodAutoscalers of `autoscaling/v2`: on CPU and memory use, and on metrics of an adapter. */
export class HorizontalPodAutoscaling extends Autoscaling {
  /** Name of the provider, for findings. */
  public readonly name = 'HorizontalPodAutoscaling';

  /** @internal */
  public readonly _features: ScalingFeatureTable;

  /** @internal */
  public readonly _followsWorkload = false;

  private readonly names: MetricsAdapterNames;

  public constructor(props: HorizontalPodAutoscalingProps = {}) {
    super();
    const stated = judged(this, 'HorizontalPodAutoscaling', props);
    this.names = { ...stated.metricsAdapter };
    this._features = horizontalPodAutoscalingFeatures(this.names);
    keepOwn(this, HorizontalPodAutoscaling);
  }

  /** @internal */
  public _declareMicroservice(
    scope: Construct,
    definition: DeploymentDefinition,
    workload: () => DeploymentWorkload,
  ): ApiObject {
    const spec = () => horizontalPodAutoscalerSpec(workload(), signalsOf(workload(), this._features), this.names);
    return new Manifest(scope, 'scaling', {
      ...metadataOf(definition),
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      followed: () => followedOfAutoscaler(definition),
      fields: { spec },
    });
  }

  /** @internal */
  public _activator(): undefined {
    return undefined;
  }

  /** @internal */
  public _ownership(facts: DeploymentWorkload): FieldOwner[] {
    return ownedByAutoscaler(facts, 'HorizontalPodAutoscaler');
  }

  /** @internal */
  public _problems(facts: DeploymentWorkload): Problem[] {
    const signals = signalsOf(facts, this._features);
    return evaluateRules([MS6003], { provider: this.name, microservice: facts, signals, names: this.names });
  }

  /** @internal */
  public _platformProblems(): Problem[] {
    return evaluateRules([MS6012], this.names);
  }
}
