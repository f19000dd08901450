import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { evaluateRules, Problem } from '../../errors';
import { Manifest, metadataOf } from '../kubernetes';
import type { FieldOwner, MicroserviceFacts } from '../../program';
import { Autoscaling } from './autoscaling';
import { onceStated, refused, ScalingFeature, ScalingFeatureTable, SUPPORTED } from './features';
import { horizontalPodAutoscalerSpec } from './horizontal-pod-autoscaler';
import type { MetricsAdapterNames } from './adapter-names';
import { ownedByAutoscaler } from './ownership';
import { MS6003, MS6012 } from './rules';
import { signalsOf } from './signals';

/** Kubernetes' own autoscaler. */
export interface HorizontalPodAutoscalingProps {
  /**
   * What an adapter calls metrics that are no use of resources.
   *
   * @default - there is no adapter: microservices scale on CPU and memory use
   */
  readonly metricsAdapter?: MetricsAdapterNames;
}

/** What HorizontalPodAutoscalers do, as far as an adapter gives them metrics. */
export function horizontalPodAutoscalingFeatures(names: MetricsAdapterNames): ScalingFeatureTable {
  return {
    [ScalingFeature.CPU]: SUPPORTED,
    [ScalingFeature.MEMORY]: SUPPORTED,
    [ScalingFeature.REQUESTS_PER_SECOND]: onceStated(
      names.requestsPerSecond !== undefined,
      'metricsAdapter.requestsPerSecond',
    ),
    [ScalingFeature.CONCURRENCY]: onceStated(names.concurrency !== undefined, 'metricsAdapter.concurrency'),
    [ScalingFeature.LATENCY]: onceStated(names.latency !== undefined, 'metricsAdapter.latency'),
    [ScalingFeature.BACKLOG]: onceStated(names.backlogs ?? false, 'metricsAdapter.backlogs'),
    [ScalingFeature.BROKER]: refused('it asks adapters alone'),
    [ScalingFeature.SCHEDULE]: refused('it knows no time of day'),
    [ScalingFeature.ZERO]: refused('Kubernetes keeps the feature gate HPAScaleToZero off'),
    [ScalingFeature.HELD_REQUESTS]: refused('it holds none'),
  };
}

/** HorizontalPodAutoscalers of `autoscaling/v2`: on CPU and memory use, and on what an adapter gives them. */
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
    this.names = { ...props.metricsAdapter };
    this._features = horizontalPodAutoscalingFeatures(this.names);
  }

  /** @internal */
  public _declareMicroservice(scope: Construct, facts: MicroserviceFacts): ApiObject {
    const spec = () => horizontalPodAutoscalerSpec(facts, signalsOf(facts, this._features), this.names);
    return new Manifest(scope, 'scaling', {
      ...metadataOf(facts),
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      fields: { spec },
    });
  }

  /** @internal */
  public _activator(): undefined {
    return undefined;
  }

  /** @internal */
  public _ownership(facts: MicroserviceFacts): FieldOwner[] {
    return ownedByAutoscaler(facts, 'HorizontalPodAutoscaler');
  }

  /** @internal */
  public _problems(facts: MicroserviceFacts): Problem[] {
    const signals = signalsOf(facts, this._features);
    return evaluateRules([MS6003], { provider: this.name, microservice: facts, signals, names: this.names });
  }

  /** @internal */
  public _platformProblems(): Problem[] {
    return evaluateRules([MS6012], this.names);
  }
}
