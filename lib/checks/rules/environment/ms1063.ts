import { Rule, Severity } from '../../../errors';
import { serviceOfEndpoint } from '../../../program';
import type { EnvironmentFacts } from './environment-facts';
import { type HostMention, mentionedHosts } from './named-hosts';

/** Suffixes of Services that a delivery controller makes for a workload. */
const OF_CONTROLLERS = /-(?:primary|canary)$/;

/** A text names a host that does not exist. */
export const MS1063: Rule<EnvironmentFacts> = {
  code: 'MS1063',
  title: 'a text names a host that does not exist',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'A variable, command or argument names a Service of a namespace that the program makes, by its full name ' +
    '(`name.namespace.svc`) or in a URL (`http://name`), and the program has no such workload or Service there. ' +
    'Names in URLs are reported where the network policy of the workload opens no way to them either. Acknowledge it ' +
    'where something else makes the Service and nothing is sent to it.',
  reads: 'workload, Services of the program',

  evaluate: (facts) => {
    const { workload, workloadAt, makesNamespace, hasService } = facts;
    const isCalled = (namespace: string, name: string) =>
      workload.outbound.some(
        ({ callee }) =>
          (serviceOfEndpoint(callee) === name && callee.workload?.namespace === namespace) ||
          callee.external?.host === name ||
          callee.external?.host.startsWith(`${name}.${namespace}.svc`),
      );
    const exists = (namespace: string, name: string) =>
      workloadAt(namespace, name) !== undefined ||
      (OF_CONTROLLERS.test(name) && workloadAt(namespace, name.replace(OF_CONTROLLERS, '')) !== undefined) ||
      isCalled(namespace, name) ||
      hasService(namespace, name);
    // Without a stated callee, egress is shut, so that a short name leads nowhere, whoever has it.
    const { networkPolicy } = workload.settings.values;
    const isCertain = ({ isService, isShort, hasScheme, name }: HostMention) =>
      isService || (isShort && hasScheme && networkPolicy && /^[a-z]/.test(name) && name !== 'localhost');
    return mentionedHosts(facts)
      .filter((mention) => isCertain(mention))
      .filter(({ namespace, name }) => makesNamespace(namespace) && !exists(namespace, name))
      .map(({ text, namespace, name, places }) => ({
        message: `there is no ${name} in ${namespace}`,
        given: `${places.join(', ')} names ${text}`,
        allowed: `workloads and Services of ${namespace}`,
        fix: 'correct the name; where something else makes the Service, call a MicroserviceReference of it',
      }));
  },
};
