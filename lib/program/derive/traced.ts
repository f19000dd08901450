import type { Port, TracingFacts } from '../../values';
import type { WorkloadEndpoint } from '../endpoint';
import { type Named, serviceOf } from '../names';
import type { ResolvedSettings } from './effective-settings';

/** Facts that decide if a workload is traced. */
export interface TracedFacts extends Named {
  readonly namespace: string;
  readonly settings: Pick<ResolvedSettings, 'values'>;
  /** Tracing of its platform. */
  readonly tracing?: TracingFacts;
}

/**
 * Tracing of a workload. Undefined where its platform or its settings trace nothing, and for the collector of spans,
 * which would report to itself.
 */
export function tracingOf(facts: TracedFacts): TracingFacts | undefined {
  return facts.settings.values.tracing && !isCollector(facts) ? facts.tracing : undefined;
}

/** Tells that a workload is the collector of its platform's spans. */
export function isCollector({ namespace, tracing, ...named }: Omit<TracedFacts, 'settings'>): boolean {
  return tracing?.collector.service === serviceOf(named) && tracing.collector.namespace === namespace;
}

/** Port on which the collector of spans takes them. Undefined for other workloads, and where it is not declared. */
export function spanPort(facts: Omit<TracedFacts, 'settings'> & { readonly ports: readonly Port[] }): Port | undefined {
  return isCollector(facts)
    ? facts.ports.find(
        ({ number, protocol }) => number === facts.tracing?.collector.port && protocol.transport === 'TCP',
      )
    : undefined;
}

/** Formats of the trace context in the requests of a workload, where it is traced. */
export function propagatorsOf(facts: TracedFacts): Pick<WorkloadEndpoint, 'propagators'> {
  const tracing = tracingOf(facts);
  return tracing === undefined ? {} : { propagators: facts.settings.values.propagators ?? tracing.propagators };
}
