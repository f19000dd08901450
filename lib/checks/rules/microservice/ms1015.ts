import { type Detail, type Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { isDnsLabel, isObjectName, suggestName } from '../../../emit/kubernetes';
import type { Volume } from '../../../values';
import { sourceProblems } from './volume-sources';
import { volumesOf } from './volumes';

/** Invalid volume. */
export const MS1015: Rule<Workload> = {
  code: 'MS1015',
  title: 'invalid volume',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'The API or the kubelet refuses the name of the volume, the name of its ConfigMap, Secret, claim, class or ' +
    'driver, one of its keys, fields, file names or file permissions, the path of the node, or the time after ' +
    'which its token expires.',
  reads: 'workload',

  evaluate: (facts) => {
    const containers = facts.containers.map(({ name }) => name);
    return volumesOf(facts).flatMap((volume) => [...nameOf(volume), ...sourceProblems(volume, containers)]);
  },
};

function nameOf({ name, _source: source }: Volume): Detail[] {
  const problems: Detail[] = [];
  // MS1070 reports the names of claims.
  if (source.kind !== 'ownClaim' && !isDnsLabel(name)) {
    problems.push({
      message: 'Kubernetes refuses the name of a volume',
      given: `the name was '${name}'`,
      allowed: 'at most 63 lower-case letters, digits and dashes, no dash at either end',
      fix: `name it '${suggestName(name)}'`,
    });
  }
  if (source.kind === 'claim' && !isObjectName(source.claimName)) {
    problems.push({
      message: 'Kubernetes refuses the name of a PersistentVolumeClaim',
      given: `volume ${name} shows '${source.claimName}'`,
      allowed: 'a DNS subdomain',
      fix: 'state the name of the claim',
    });
  }
  if (source.kind === 'hostPath' && (!source.path.startsWith('/') || source.path.split('/').includes('..'))) {
    problems.push({
      message: 'invalid path of the node',
      given: `volume ${name} shows '${source.path}'`,
      allowed: 'an absolute path without ..',
      fix: 'state the path from the root of the node, such as /var/log',
    });
  }
  return problems;
}
