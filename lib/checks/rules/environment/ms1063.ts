import { Rule, Severity } from '../../../errors';
import type { EnvironmentFacts } from './environment-facts';
import { mentionedHosts } from './named-hosts';

/** Suffixes of Services that a delivery controller makes for a workload. */
const OF_CONTROLLERS = /-(?:primary|canary)$/;

/** A text names a host that does not exist. */
export const MS1063: Rule<EnvironmentFacts> = {
  code: 'MS1063',
  title: 'a text names a host that does not exist',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'A variable, command or argument holds the full name of a Service (`name.namespace.svc`) of a namespace that the ' +
    'program makes, and the program has no such workload or Service there. Short names may be anything and are not ' +
    'reported. Acknowledge it where something else makes the Service.',
  reads: 'workload, Services of the program',

  evaluate: (facts) => {
    const { workload, workloadAt, makesNamespace, hasService } = facts;
    const isCalled = (namespace: string, name: string) =>
      workload.outbound.some(
        ({ callee }) =>
          (callee.name === name && callee.workload?.namespace === namespace) ||
          callee.external?.host.startsWith(`${name}.${namespace}.svc`),
      );
    const exists = (namespace: string, name: string) =>
      workloadAt(namespace, name) !== undefined ||
      (OF_CONTROLLERS.test(name) && workloadAt(namespace, name.replace(OF_CONTROLLERS, '')) !== undefined) ||
      isCalled(namespace, name) ||
      hasService(namespace, name);
    return mentionedHosts(facts)
      .filter(({ isService, namespace, name }) => isService && makesNamespace(namespace) && !exists(namespace, name))
      .map(({ text, namespace, name, places }) => ({
        message: `there is no ${name} in ${namespace}`,
        given: `${places.join(', ')} names ${text}`,
        allowed: `workloads and Services of ${namespace}`,
        fix: `correct the name; where something else makes the Service, call a MicroserviceReference of it`,
      }));
  },
};
