/** The fields of Flagger's objects that the library states: https://docs.flagger.app/usage/how-it-works */

/** Target and autoscaler of a Canary. */
export interface ObjectReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}

/** The scaler that Flagger copies for the version that takes the requests. */
export interface AutoscalerReference extends ObjectReference {
  readonly primaryScalerQueries?: Readonly<Record<string, string>>;
}

/** Input for the Services, routes and destinations that Flagger makes. */
export interface CanaryService {
  readonly port: number;
  readonly portName: string;
  readonly targetPort: number;
  readonly appProtocol?: string;
  readonly portDiscovery?: boolean;
  readonly gateways?: readonly string[];
  readonly hosts?: readonly string[];
  readonly timeout?: string;
  readonly retries?: object;
  readonly trafficPolicy?: object;
  readonly primary?: ServiceMetadata;
  readonly canary?: ServiceMetadata;
}

/** Metadata of a Service that is added to Flagger's own. */
export interface ServiceMetadata {
  readonly labels: Readonly<Record<string, string>>;
}

/** Reference to a MetricTemplate, evaluated at every step. */
export interface CanaryMetric {
  readonly name: string;
  readonly interval: string;
  readonly templateRef: { readonly name: string };
  readonly thresholdRange: { readonly max: number };
}

/** Webhook that gates a rollout. */
export interface CanaryWebhook {
  readonly name: string;
  readonly type: 'confirm-rollout' | 'confirm-promotion';
  readonly url: string;
}

/** The way of a new version. */
export interface CanaryAnalysis {
  readonly interval: string;
  readonly threshold: number;
  readonly iterations?: number;
  readonly stepWeights?: readonly number[];
  readonly stepWeightPromotion?: number;
  readonly mirror?: boolean;
  readonly mirrorWeight?: number;
  readonly match?: readonly { readonly headers: Readonly<Record<string, { readonly exact: string }>> }[];
  readonly metrics?: readonly CanaryMetric[];
  readonly webhooks?: readonly CanaryWebhook[];
}

/** The content of a Canary. */
export interface CanarySpec {
  readonly provider?: string;
  readonly targetRef: ObjectReference;
  readonly autoscalerRef?: AutoscalerReference;
  readonly progressDeadlineSeconds: number;
  readonly service: CanaryService;
  readonly analysis: CanaryAnalysis;
}

/** The content of a MetricTemplate. */
export interface MetricTemplateSpec {
  readonly provider: { readonly type: 'prometheus'; readonly address: string };
  readonly query: string;
}
