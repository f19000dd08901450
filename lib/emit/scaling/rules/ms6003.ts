import { Rule, Severity } from '../../../errors';
import { isLabelValue, isQualifiedName } from '../../kubernetes';
import type { DeploymentWorkload } from '../../../program';
import { ScalingMetric } from '../../../values';
import type { MetricsAdapterNames } from '../adapter-names';
import { adapterMetric } from '../metrics-adapter';

/** A microservice that an autoscaler scales by the metrics of an adapter. */
export interface AdaptedMicroservice {
  readonly provider: string;
  readonly microservice: DeploymentWorkload;
  readonly signals: readonly ScalingMetric[];
  readonly names: MetricsAdapterNames;
}

/** Kubernetes accepts the labels by which an autoscaler selects the series of a microservice. */
export const MS6003: Rule<AdaptedMicroservice> = {
  code: 'MS6003',
  title: 'the autoscaler lacks a stated feature',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Autoscalers differ in the metrics that they scale on: docs/scaling lists them, and the facts that a ' +
    'platform states for them. Choose another autoscaler on the platform, or another metric; nothing else in ' +
    'the program changes.',
  reads: 'scaling of the microservice, autoscaler',

  evaluate: ({ provider, microservice, signals, names }) =>
    signals.flatMap((signal) => {
      const { name, labels = {} } = adapterMetric(microservice, signal, names) ?? {};
      return Object.entries(labels)
        .flatMap(([key, values]) => values.map((value) => [key, value] as const))
        .filter(([key, value]) => !isQualifiedName(key) || !isLabelValue(value))
        .map(([key, value]) => ({
          message: `${provider} cannot select the series of ${microservice.name}`,
          given: `${signal._kind} is the metric ${name} with ${key}="${value}"`,
          allowed:
            'labels and values that Kubernetes accepts: at most 63 letters, digits, dashes, dots and underscores',
          fix: 'use Keda on the platform, which asks with a query, or shorten the name',
        }));
    }),
};
