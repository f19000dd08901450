import type { Call } from './call';
import { Objective, rounded } from './objective';
import type { Party } from './party';

/** What one callee leaves of its caller's availability. */
export interface AvailabilityFactor {
  readonly name: string;
  /** Percent that the callee promises. */
  readonly availability: number;
  /** Share of the caller's requests that need it. */
  readonly share: number;
}

/** What a microservice promises of all its requests: its strictest objective of availability that is about no route. */
export function promised(objectives: readonly Objective[]): Pick<Party, 'availability'> {
  const percents = objectives.filter(({ thresholdMillis, route }) => thresholdMillis === undefined && route === undefined).map(({ percent }) => percent);
  return percents.length === 0 ? {} : { availability: Math.max(...percents) };
}

/**
 * The callees that bound a caller's availability: those that it cannot do without and that promise something. In the
 * place of one that promises nothing stand its own callees. Each counts once, for the share of requests that need it.
 */
export function availabilityFactors(outbound: readonly Call[]): AvailabilityFactor[] {
  const factors = new Map<string, AvailabilityFactor>();
  const walk = (calls: readonly Call[], share: number, above: readonly string[]): void => {
    for (const { callee, options } of calls) {
      if (options.soft === true || above.includes(callee.id)) continue;
      const needed = share * Math.min(1, options.callsPerRequest ?? 1);
      if (callee.availability === undefined) walk(callee.outbound ?? [], needed, [...above, callee.id]);
      else factors.set(callee.id, { name: callee.name, availability: callee.availability, share: Math.min(1, needed + (factors.get(callee.id)?.share ?? 0)) });
    }
  };
  walk(outbound, 1, []);
  return [...factors.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Percent of requests that succeed at most, where failures of different callees have nothing to do with one another. */
export function availabilityBound(factors: readonly AvailabilityFactor[]): number {
  return rounded(100 * factors.reduce((product, { availability, share }) => product * (1 - share * (1 - availability / 100)), 1));
}
