import type { Problem } from '../../../errors';
import { Call, crossesClusters, exposureOf } from '../../../program';
import { isDnsLabel, isDnsSubdomain } from '../../../emit/kubernetes';
import { isObjectName, Rule } from '../../rule';

/** There is a way from the caller to the callee. */
export const reach: Rule<Call> = (call) => {
  const { caller, callee } = call;
  const problems: Problem[] = [];
  if (crossesClusters(call)) {
    const [from, to] = [caller.workload!.cluster, callee.workload!.cluster];
    const exposure = exposureOf(call);
    if (exposure?.host === undefined) {
      problems.push({
        code: 'MS2010',
        message: `${callee.name} cannot be reached from another cluster`,
        given:
          `${caller.name} runs in ${from}, ${callee.name} in ${to}, where ` +
          `${exposure === undefined ? 'it is not exposed' : 'it is exposed without a host'}`,
        allowed: 'callees of the same cluster, and callees that are exposed under a host',
        fix: `${callee.name}.expose({ host: …, public: true }), or with allowedSources`,
      });
    } else if (!isDnsSubdomain(exposure.host)) {
      problems.push({
        code: 'MS2016',
        message: `the host of ${callee.name} is no host name`,
        given: `host was '${exposure.host}'`,
        allowed: 'a DNS name in lower case',
        fix: 'correct it',
      });
    }
  }
  // Whoever is stated here is checked where it is stated.
  for (const { name, workload } of [caller, callee].filter(({ statedElsewhere }) => statedElsewhere)) {
    for (const [what, value] of [
      ['name', name],
      ['namespace', workload!.namespace],
    ] as const) {
      if (isDnsLabel(value)) continue;
      problems.push({
        code: 'MS2018',
        message: `Kubernetes refuses the ${what} of one end of a call`,
        given: `the ${what} was '${value}'`,
        allowed: 'at most 63 lower-case letters, digits and dashes, no dash at either end',
        fix: 'correct it where it is stated',
      });
    }
    // Unless it is stated, it is the name.
    const { serviceAccount } = workload!;
    if (serviceAccount !== name && !isObjectName(serviceAccount)) {
      problems.push({
        code: 'MS2018',
        message: 'Kubernetes refuses the service account of one end of a call',
        given: `the service account of ${name} was '${serviceAccount}'`,
        allowed: 'at most 253 lower-case letters, digits, dashes and dots, a letter or digit at both ends',
        fix: 'correct it where it is stated',
      });
    }
  }
  return problems;
};
