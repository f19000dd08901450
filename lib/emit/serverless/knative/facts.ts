import type { KnativeFeature } from './features';
import type { KnativeIngress } from './ingress';

/** Facts of an installation of Knative Serving, times in seconds. */
export interface KnativeFacts {
  readonly namespace: string;
  readonly ingress: KnativeIngress;
  /** Domain of exposed functions, where it is known. */
  readonly domain?: string;
  readonly features: readonly KnativeFeature[];
  /** True when the extension `serving-hpa` runs. */
  readonly hpa: boolean;
  readonly maxRevisionTimeout: number;
  readonly containerConcurrencyMaxLimit: number;
}
