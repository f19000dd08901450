/** Support of a feature by a provider. */
export interface FeatureSupport {
  readonly level: 'exact' | 'approximate' | 'unsupported';
  /** Lost part of an approximate feature, or the reason why it is unsupported. */
  readonly lost?: string;
}

/** A feature that is done as it is stated. */
export const EXACT: FeatureSupport = { level: 'exact' };

/** A feature of which something is lost. */
export function approximate(lost: string): FeatureSupport {
  return { level: 'approximate', lost };
}

/** A feature that is refused. */
export function unsupported(lost: string): FeatureSupport {
  return { level: 'unsupported', lost };
}
