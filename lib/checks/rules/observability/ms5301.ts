import { Detail, Rule, Severity } from '../../../errors';
import { isDnsLabel, isLabelValue, isQualifiedName } from '../../../emit/kubernetes';
import { tracingOf, Workload } from '../../../program';
import type { PlatformUse } from '../../stack-facts';
import { carriesTraces, CollectorFacts, Propagator, isWhole, repeated } from '../../../values';

/** The tracing of a platform has a valid sampling percentage, collector, list of propagators and provider. */
export const MS5301: Rule<PlatformUse> = {
  code: 'MS5301',
  title: 'invalid tracing',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A platform samples 0 to 100 percent of the requests, in hundredths of a percent, since proxies count in ' +
    'those. The collector has a name and a namespace, labels that tell its pods from others, and a port. ' +
    'Propagators are a list without repetition, and one of them carries traces: `TRACE_CONTEXT`, `B3` or `B3_MULTI`.',
  reads: 'tracing of the platform, propagators of the microservice',

  evaluate: ({ platform }) => {
    if (platform.tracing === undefined) return [];
    const { samplingPercentage, collector, propagators, meshProvider } = platform.tracing._facts;
    return [
      ...(isSampling(samplingPercentage)
        ? []
        : [
            {
              message: 'the sampling percentage is invalid',
              given: `samplingPercentage was ${samplingPercentage}`,
              allowed: 'percentages from 0 to 100 in steps of 0.01',
              fix: 'state a percentage, as in 5 for one request of twenty',
            },
          ]),
      ...invalidCollector(collector),
      ...invalidPropagators(propagators, 'propagators of the tracing'),
      ...(meshProvider === undefined || meshProvider.trim() !== ''
        ? []
        : [
            {
              message: 'the extension provider of the mesh has no name',
              given: `meshProvider was '${meshProvider}'`,
              allowed: 'a name among the extensionProviders of the mesh',
              fix: 'leave it out where proxies report no spans',
            },
          ]),
    ];
  },
};

/** A microservice on a platform that traces has a valid list of propagators. */
export const MS5301_MICROSERVICE: Rule<Workload> = {
  ...MS5301,

  evaluate: (facts) => {
    const { propagators } = facts.settings.values;
    return propagators === undefined || tracingOf(facts) === undefined
      ? []
      : invalidPropagators(propagators, `propagators of ${facts.name}`);
  },
};

/** Proxies round to hundredths of a percent. */
function isSampling(percentage: number): boolean {
  return percentage >= 0 && percentage <= 100 && Math.abs(percentage * 100 - Math.round(percentage * 100)) < 1e-6;
}

function invalidCollector({ service, namespace, labels, port }: CollectorFacts): Detail[] {
  const invalid = (given: string, allowed: string, fix: string): Detail => ({
    message: 'the collector of spans is invalid',
    given,
    allowed,
    fix,
  });
  const refused = Object.entries(labels)
    .filter(([key, value]) => !isQualifiedName(key) || !isLabelValue(value))
    .map(([key, value]) => `${key}=${value}`);
  return [
    ...[['service', service] as const, ['namespace', namespace] as const]
      .filter(([, name]) => !isDnsLabel(name))
      .map(([field, name]) =>
        invalid(
          `${field} was '${name}'`,
          'at most 63 lower-case letters, digits and dashes, no dash at either end',
          'state the name of its Service, and apart from it the namespace',
        ),
      ),
    ...(Object.keys(labels).length > 0
      ? []
      : [
          invalid(
            'labels were none',
            'one label or more: without one, network policies open all pods of its namespace',
            'state labels that its pods carry',
          ),
        ]),
    ...(refused.length === 0
      ? []
      : [
          invalid(
            `labels held ${refused.join(', ')}`,
            'keys and values of labels',
            'state the labels as its pods carry them',
          ),
        ]),
    ...(isWhole(port, 1, 65535)
      ? []
      : [invalid(`port was ${port}`, 'whole numbers from 1 to 65535', 'leave the port out where it is the usual one')]),
  ];
}

function invalidPropagators(propagators: readonly Propagator[], subject: string): Detail[] {
  const invalid = (message: string, fix: string): Detail => ({
    message,
    given: `${subject} were ${propagators.join(', ') || 'none'}`,
    allowed: 'each once, and one at least of tracecontext, b3 and b3multi',
    fix,
  });
  return [
    ...(carriesTraces(propagators) ? [] : [invalid('no propagator carries traces', 'add Propagator.TRACE_CONTEXT')]),
    ...(repeated(propagators).length === 0 ? [] : [invalid('a propagator stands twice', 'state each once')]),
  ];
}
