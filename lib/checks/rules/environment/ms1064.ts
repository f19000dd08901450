import { Rule, Severity } from '../../../errors';
import type { Endpoint } from '../../../program';
import type { EnvironmentFacts } from './environment-facts';
import { type HostMention, mentionedHosts } from './named-hosts';

/** A text names a workload without a call to it. */
export const MS1064: Rule<EnvironmentFacts> = {
  code: 'MS1064',
  title: 'a text names a workload without a call to it',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'A variable, command or argument names a workload of the program as a host, and no call to it is stated: network ' +
    'policies and the mesh refuse the requests. A short name counts behind a scheme such as `http://`, or before a ' +
    'port that the workload serves. Callers may be named, as origins are.',
  reads: 'workload, workloads of the program',

  evaluate: (facts) => {
    const { workload, workloadAt } = facts;
    return mentionedHosts(facts).flatMap((mention) => {
      const named = workloadAt(mention.namespace, mention.name);
      if (named === undefined || named.id === workload.endpoint.id || !isCertain(mention, named)) return [];
      if (workload.inbound.some(({ caller }) => caller.id === named.id)) return [];
      const calls = workload.outbound.filter(({ callee }) => callee.id === named.id);
      const { port } = mention;
      const serves = named.ports.some(({ number }) => number === port);
      if (calls.length > 0 && (!serves || calls.some((call) => call.port?.number === port))) return [];
      const what = calls.length > 0 ? `port ${port} of ${named.name}` : named.name;
      return [
        {
          message: `${workload.name} names ${what} without a call to it`,
          given: `${mention.places.join(', ')} names ${mention.text}`,
          allowed: 'workloads that are called',
          fix:
            `state ${workload.name}.calls(${named.name}${serves ? `, { port: ${port} }` : ''}): its addresses state ` +
            `the ` +
            'variable; or acknowledge it where no request is made',
        },
      ];
    });
  },
};

/** A single word may be anything; a full name, a URL, or a port that the workload serves leaves no doubt. */
function isCertain({ isService, hasScheme, port }: HostMention, { ports }: Endpoint): boolean {
  return isService || hasScheme || ports.some(({ number }) => number === port);
}
