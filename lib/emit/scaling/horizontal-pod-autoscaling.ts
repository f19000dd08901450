import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Problem } from '../../errors';
import { isLabelValue, isQualifiedName, Manifest, metadataOf } from '../kubernetes';
import type { DeploymentDefinition, FieldOwner, DeploymentWorkload } from '../../program';
import { Autoscaling } from './autoscaling';
import { supportedIf, unsupported, ScalingFeature, ScalingFeatureTable, SUPPORTED } from './features';
import { horizontalPodAutoscalerSpec } from './horizontal-pod-autoscaler';
import type { MetricsAdapterNames } from './adapter-names';
import { adapterMetric } from './metrics-adapter';
import { ownedByAutoscaler } from './ownership';
import { signalsOf } from './signals';

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
    [ScalingFeature.ZERO]: unsupported('Kubernetes keeps the feature gate HPAScaleToZero off'),
    [ScalingFeature.HELD_REQUESTS]: unsupported('it holds none'),
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
    this.names = { ...props.metricsAdapter };
    this._features = horizontalPodAutoscalingFeatures(this.names);
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
    return signalsOf(facts, this._features).flatMap((signal) => {
      const { name, labels = {} } = adapterMetric(facts, signal, this.names) ?? {};
      return Object.entries(labels)
        .flatMap(([key, values]) => values.map((value) => [key, value] as const))
        .filter(([key, value]) => !isQualifiedName(key) || !isLabelValue(value))
        .map(([key, value]): Problem => ({
          code: 'MS6003',
          message: `${this.name} cannot select the series of ${facts.name}`,
          given: `${signal._kind} is the metric ${name} with ${key}="${value}"`,
          allowed:
            'what Kubernetes accepts as label and value: at most 63 letters, digits, dashes, dots and underscores',
          fix: 'use Keda on the platform, which asks with a query, or shorten the name',
        }));
    });
  }

  /** @internal */
  public _platformProblems(): Problem[] {
    return (['requestsPerSecond', 'concurrency', 'latency'] as const).flatMap((field): Problem[] => {
      const name = this.names[field];
      return name === undefined || /^[a-zA-Z_:][\w:]*$/.test(name)
        ? []
        : [
            {
              code: 'MS6012',
              message: "the name of an adapter's metric is none",
              given: `metricsAdapter.${field} was '${name}'`,
              allowed: 'letters, digits, underscores and colons, no digit first',
              fix: "state it as the adapter's rules have it",
            },
          ];
    });
  }
}
