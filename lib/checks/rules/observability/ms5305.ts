import { Detail, Rule, Severity } from '../../../errors';
import { Edge, tracingOf, Workload } from '../../../program';
import type { PlatformUse } from '../../stack-facts';
import { carriesTraces, Propagator, sharePropagator } from '../../../values';

/** Caller and callee share a propagator. */
export const MS5305: Rule<Edge> = {
  code: 'MS5305',
  title: 'traces are cut in two',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The caller sends the context of a trace in headers that the callee, or a proxy between them, does not ' +
    'read, so each begins a trace of its own. Give both a propagator in common, best ' +
    '`Propagator.TRACE_CONTEXT`, which proxies that report to a collector of OpenTelemetry speak. `B3` and ' +
    '`B3_MULTI` are read by the same propagator; `BAGGAGE` carries no trace.',
  reads: 'call, tracing of the platform, propagators of the microservice',

  evaluate: (call) => {
    const { caller, callee } = call;
    const [from, to] = [caller.workload?.propagators, callee.workload?.propagators];
    const isUnknown = from === undefined || to === undefined || call.requests === undefined;
    return isUnknown || !carriesTraces(from) || !carriesTraces(to) || sharePropagator(from, to)
      ? []
      : [
          cut(
            `${caller.name} and ${callee.name}`,
            `${caller.name} propagates ${from.join(', ')}, ${callee.name} ${to.join(', ')}`,
          ),
        ];
  },
};

/** The applications of a platform share a propagator with their proxies. */
export const MS5305_PLATFORM: Rule<PlatformUse> = {
  ...MS5305,

  evaluate: ({ platform }) => {
    if (platform.tracing?._facts.meshProvider === undefined) return [];
    const { propagators } = platform.tracing._facts;
    return isCutByProxies(propagators)
      ? [cut('applications and proxies', `applications propagate ${propagators.join(', ')}, proxies tracecontext`)]
      : [];
  },
};

/** A microservice shares a propagator with its proxy. */
export const MS5305_PROXY: Rule<Workload> = {
  ...MS5305,

  evaluate: (facts) => {
    const { name, settings } = facts;
    const { propagators } = settings.values;
    return propagators === undefined || tracingOf(facts)?.meshProvider === undefined || !isCutByProxies(propagators)
      ? []
      : [cut(`${name} and its proxy`, `${name} propagates ${propagators.join(', ')}, the proxy tracecontext`)];
  },
};

function isCutByProxies(propagators: readonly Propagator[]): boolean {
  return carriesTraces(propagators) && !propagators.includes(Propagator.TRACE_CONTEXT);
}

function cut(ends: string, given: string): Detail {
  return {
    message: `${ends} have no propagator in common`,
    given,
    allowed: 'a propagator that both have',
    fix: 'add Propagator.TRACE_CONTEXT',
  };
}
