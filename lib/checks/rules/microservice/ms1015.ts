import { Detail, Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { isDnsLabel, suggestName, isObjectName } from '../../../emit/kubernetes';
import { isProjection, type Volume, isWhole, repeated } from '../../../values';
import { volumesOf } from './volumes';

/** Invalid volume. */
export const MS1015: Rule<Workload> = {
  code: 'MS1015',
  title: 'invalid volume',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'The API refuses the name of the volume, the name of its ConfigMap, Secret or claim, one of its keys, file names ' +
    'or file permissions, or the path of the node.',
  reads: 'workload',

  evaluate: (facts) => volumesOf(facts).flatMap(detailsOf),
};

function detailsOf({ name, _source: source }: Volume): Detail[] {
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
  if (!isProjection(source)) return problems;
  const { defaultMode = 0, items = {} } = source.options;
  if (!isObjectName(source.objectName)) {
    problems.push({
      message: `Kubernetes refuses the name of a ${source.kind}`,
      given: `volume ${name} shows '${source.objectName}'`,
      allowed: 'a DNS subdomain',
      fix: 'state the name of the object',
    });
  }
  if (!isWhole(defaultMode, 0, 0o777)) {
    problems.push({
      message: 'Kubernetes refuses the permissions of files',
      given: `volume ${name} had defaultMode ${defaultMode}`,
      allowed: '0 to 0o777',
      fix: 'write them in octal, as in 0o440',
    });
  }
  for (const path of Object.values(items).filter(
    (item) => item === '' || item.startsWith('/') || item.startsWith('..') || item.split('/').includes('..'),
  )) {
    problems.push({
      message: 'Kubernetes refuses the name of a file',
      given: `volume ${name} shows a key as '${path}'`,
      allowed: 'a relative path without .., and no two dots first',
      fix: 'state the path from the root of the volume',
    });
  }
  for (const key of Object.keys(items).filter((candidate) => candidate === '')) {
    problems.push({
      message: 'Kubernetes refuses the key of a file',
      given: `volume ${name} shows the key '${key}'`,
      allowed: `a key of the ${source.kind}`,
      fix: 'state the key',
    });
  }
  for (const path of repeated(Object.values(items))) {
    problems.push({
      message: 'two keys of a volume have one file name',
      given: `volume ${name} shows ${Object.keys(items)
        .filter((key) => items[key] === path)
        .join(' and ')} as '${path}'`,
      allowed: 'a name of its own for each',
      fix: 'rename one of the files',
    });
  }
  return problems;
}
