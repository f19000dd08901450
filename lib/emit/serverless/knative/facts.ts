import type { KnativeFeature } from './features';
import type { KnativeIngress } from './ingress';

/** What renderers know of an installation of Knative Serving; times in seconds. */
export interface KnativeFacts {
  readonly namespace: string;
  readonly ingress: KnativeIngress;
  /** Domain of exposed functions, where it is known. */
  readonly domain?: string;
  readonly features: readonly KnativeFeature[];
  /** Whether the extension runs that has HorizontalPodAutoscalers scale. */
  readonly hpa: boolean;
  readonly maxRevisionTimeout: number;
  readonly containerConcurrencyMaxLimit: number;
}
