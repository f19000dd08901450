import type { FeatureSupport } from '../../program';

/** What a delivery controller can be asked for. */
export enum DeliveryFeature {
  CANARY = 'canaries by weight',
  HEADER = 'canaries by header',
  MIRROR = 'mirrored canaries',
  BLUE_GREEN = 'blue-green switches',
  ANALYSIS = 'analysis of canaries',
}

/** Every feature, by what a controller makes of it. */
export type DeliveryFeatureTable = Readonly<Record<DeliveryFeature, FeatureSupport>>;
