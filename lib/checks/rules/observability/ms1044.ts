import { Rule, Severity, shortList } from '../../../errors';
import { isCollector, tracingOf } from '../../../program';
import type { PlatformUse } from '../../stack-facts';

/** Functions, which are outside of the mesh, send no spans to a collector inside. */
export const MS1044: Rule<PlatformUse> = {
  code: 'MS1044',
  title: 'spans of functions do not get into the mesh',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Pods of functions have no proxy, and a microservice in the mesh takes connections from proxies alone. Where the ' +
    'collector of spans is such a microservice, it refuses the spans of functions. Run the collector outside of the ' +
    'program or without a mesh, switch the tracing of functions off by `telemetry.tracing: false`, or acknowledge ' +
    'the finding.',
  reads: 'functions and microservices on the platform, tracing of the platform',

  evaluate: ({ microservices, functions }) => {
    const collector = microservices.find((each) => each.proxied && isCollector(each));
    const traced = functions.filter((each) => tracingOf(each) !== undefined).map(({ name }) => name);
    return collector === undefined || traced.length === 0
      ? []
      : [
          {
            message: `${collector.name} refuses the spans of functions`,
            given: `${collector.name} was in the mesh, ${shortList(traced)} outside`,
            allowed: 'functions without tracing, or a collector outside of the mesh',
            fix: 'state telemetry: { tracing: false } of functions, or run a collector outside of the mesh',
          },
        ];
  },
};
