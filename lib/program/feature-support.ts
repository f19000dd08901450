/** How well a provider does what it is asked for. */
export interface FeatureSupport {
  readonly level: 'exact' | 'approximate' | 'unsupported';
  /** What is lost, where the level is approximate; why, where it is unsupported. */
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
