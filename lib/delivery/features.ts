/** What a delivery controller can be asked for. */
export enum DeliveryFeature {
  CANARY = 'canaries by weight',
  HEADER = 'canaries by header',
  MIRROR = 'mirrored canaries',
  BLUE_GREEN = 'blue-green switches',
  ANALYSIS = 'analysis of canaries',
}

/** How well a controller does what it is asked for. */
export interface DeliverySupport {
  readonly level: 'exact' | 'approximate' | 'unsupported';
  /** What is lost, where the level is approximate; why, where it is unsupported. */
  readonly lost?: string;
}

/** Every feature, by what a controller makes of it. */
export type DeliveryFeatureTable = Readonly<Record<DeliveryFeature, DeliverySupport>>;
