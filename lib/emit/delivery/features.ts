import type { FeatureSupport } from '../../program';

/** Features of delivery controllers. */
export enum DeliveryFeature {
  CANARY = 'canaries by weight',
  HEADER = 'canaries by header',
  MIRROR = 'mirrored canaries',
  BLUE_GREEN = 'blue-green switches',
  ANALYSIS = 'analysis of canaries',
}

/** Support of every feature by a controller. */
export type DeliveryFeatureTable = Readonly<Record<DeliveryFeature, FeatureSupport>>;
