import { Objective, rounded } from '../../values';
import type { Call, Endpoint } from '../endpoint';

/** Effect of one callee on its caller's availability. */
export interface AvailabilityFactor {
  readonly name: string;
  /** Percent that the callee promises. */
  readonly availability: number;
  /** Share of the caller's requests that need it. */
  readonly share: number;
}

/** Promised availability of a microservice: its strictest objective of availability without a route. */
export function promised(objectives: readonly Objective[]): Pick<Endpoint, 'availability'> {
  const percents = objectives
    .filter(({ thresholdMillis, route }) => thresholdMillis === undefined && route === undefined)
    .map(({ percent }) => percent);
  return percents.length === 0 ? {} : { availability: Math.max(...percents) };
}

/**
 * The callees that bound a caller's availability: those that it cannot do without and that promise something. In the
 * place of one that promises nothing stand its own callees. Each counts once, for the share of requests that need it;
 * calls back to a caller do not count.
 */
export function availabilityFactors(caller: Pick<Endpoint, 'id' | 'outbound'>): AvailabilityFactor[] {
  const shares = new Map([[caller.id, 1]]);
  const factors: (AvailabilityFactor & Pick<Endpoint, 'id'>)[] = [];
  for (const {
    endpoint: { id, name, availability },
    calls,
  } of callersFirst(caller)) {
    const share = Math.min(1, shares.get(id) ?? 0);
    if (id !== caller.id && availability !== undefined) factors.push({ id, name, availability, share });
    for (const { callee, options } of calls)
      shares.set(callee.id, (shares.get(callee.id) ?? 0) + share * Math.min(1, options.callsPerRequest ?? 1));
  }
  return factors
    .sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1))
    .map(({ name, availability, share }) => ({ name, availability, share }));
}

/**
 * Percent of requests that succeed at most, where failures of different callees have nothing to do with one another.
 */
export function availabilityBound(factors: readonly AvailabilityFactor[]): number {
  return rounded(
    100 * factors.reduce((product, { availability, share }) => product * (1 - share * (1 - availability / 100)), 1),
  );
}

type Known = Pick<Endpoint, 'id' | 'outbound'> & Partial<Endpoint>;

interface Visited {
  readonly endpoint: Pick<Endpoint, 'id' | 'availability'> & { readonly name: string };
  /** Calls that count, none of which leads back. */
  readonly calls: readonly Call[];
}

/**
 * Everybody whom a request may come to, each once and behind all of their callers; in one order, however calls were
 * stated.
 */
function callersFirst(caller: Known): Visited[] {
  const visited: Visited[] = [];
  const open = new Set<string>();
  const done = new Set<string>();
  const visit = (endpoint: Known): void => {
    open.add(endpoint.id);
    // A callee with a promise includes its own callees.
    const callees = endpoint.id !== caller.id && endpoint.availability !== undefined ? [] : (endpoint.outbound ?? []);
    const calls = callees
      .filter(({ callee, options }) => options.soft !== true && !open.has(callee.id))
      .sort((a, b) => (a.callee.id === b.callee.id ? 0 : a.callee.id < b.callee.id ? -1 : 1));
    for (const { callee } of calls) if (!done.has(callee.id)) visit(callee);
    open.delete(endpoint.id);
    done.add(endpoint.id);
    const { id, name = '', availability } = endpoint;
    visited.push({ endpoint: { id, name, ...(availability !== undefined && { availability }) }, calls });
  };
  visit(caller);
  return visited.reverse();
}
