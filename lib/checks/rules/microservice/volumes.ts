import type { Problem } from '../../../errors';
import { isDnsLabel, mountsOf, normalizedPath, suggestName } from '../../../emit/kubernetes';
import { Workload } from '../../../program';
import { bytes, ContainerFacts, Mount, Volume } from '../../../values';
import { isObjectName, isWhole, repeated, Rule } from '../../rule';

/** Volumes can be told apart, and each path of a container shows one of them. */
export const volumes: Rule<Workload> = (facts) => {
  const readOnly = facts.settings.values.security.readOnlyRootFilesystem ?? true;
  const mounts = facts.containers.flatMap((container) => mountsOf(container, readOnly));
  const distinct = [...new Set(mounts.map(({ volume }) => volume))];
  return [...facts.containers.flatMap(paths), ...distinct.flatMap(volume), ...sharedNames(distinct)];
};

function paths({ name: container, mounts }: ContainerFacts): Problem[] {
  const refused = mounts
    .filter(({ path }) => !/^\/[^:]*$/.test(path))
    .map(({ path }): Problem => ({
      code: 'MS1013',
      message: 'Kubernetes refuses the path of a mount',
      given: `container ${container} mounts '${path}'`,
      allowed: 'an absolute path without a colon',
      fix: 'state the whole path, from /',
    }));
  const subPaths = mounts
    .filter(({ subPath = 'ok' }) => subPath === '' || subPath.startsWith('/') || subPath.split('/').includes('..'))
    .map(({ path, subPath }): Problem => ({
      code: 'MS1013',
      message: 'Kubernetes refuses the path inside of a volume',
      given: `container ${container} mounts '${subPath}' at '${path}'`,
      allowed: 'a relative path without ..',
      fix: 'state the path from the root of the volume',
    }));
  const twice = repeated(mounts.map(({ path }) => normalizedPath(path))).map((path): Problem => ({
    code: 'MS1012',
    message: `${path} is mounted twice`,
    given: `container ${container} mounts ${volumesAt(mounts, path).join(' and ')} there`,
    allowed: 'one volume for each path',
    fix: 'move one of them',
  }));
  return [...refused, ...subPaths, ...twice];
}

function volumesAt(mounts: readonly Mount[], path: string): string[] {
  return mounts.filter((mount) => normalizedPath(mount.path) === path).map(({ volume: { name } }) => name);
}

function volume({ name, _source: source }: Volume): Problem[] {
  const problems: Problem[] = [];
  if (!isDnsLabel(name)) {
    problems.push({
      code: 'MS1015',
      message: 'Kubernetes refuses the name of a volume',
      given: `the name was '${name}'`,
      allowed: 'at most 63 lower-case letters, digits and dashes, no dash at either end',
      fix: `name it '${suggestName(name)}'`,
    });
  }
  if (source.kind === 'emptyDir') {
    const size = source.sizeLimit === undefined ? 1 : bytes(source.sizeLimit);
    if (!isWhole(size, 1, Number.MAX_VALUE)) {
      problems.push({
        code: 'MS1008',
        message: 'the size of a volume is not an amount that the API accepts',
        given: `volume ${name} had sizeLimit ${source.sizeLimit!.asString()}`,
        allowed: '1 byte and more, in whole bytes',
        fix: 'state a greater size, or a coarser one',
      });
    }
    return problems;
  }
  const { defaultMode = 0, items = {} } = source.options;
  if (!isObjectName(source.objectName)) {
    problems.push({
      code: 'MS1015',
      message: `Kubernetes refuses the name of a ${source.kind}`,
      given: `volume ${name} shows '${source.objectName}'`,
      allowed: 'a DNS subdomain',
      fix: 'state the name of the object',
    });
  }
  if (!isWhole(defaultMode, 0, 0o777)) {
    problems.push({
      code: 'MS1015',
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
      code: 'MS1015',
      message: 'Kubernetes refuses the name of a file',
      given: `volume ${name} shows a key as '${path}'`,
      allowed: 'a relative path without .., and no two dots first',
      fix: 'state the path from the root of the volume',
    });
  }
  for (const key of Object.keys(items).filter((candidate) => candidate === '')) {
    problems.push({
      code: 'MS1015',
      message: 'Kubernetes refuses the key of a file',
      given: `volume ${name} shows the key '${key}'`,
      allowed: `a key of the ${source.kind}`,
      fix: 'state the key',
    });
  }
  for (const path of repeated(Object.values(items))) {
    problems.push({
      code: 'MS1015',
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

/** Two volumes that are alike are one; the derived `/tmp` counts too. */
function sharedNames(distinct: readonly Volume[]): Problem[] {
  const names = repeated(distinct.map(({ name }) => name));
  return names
    .filter(
      (name) =>
        new Set(distinct.filter((each) => each.name === name).map(({ _source }) => JSON.stringify(_source))).size > 1,
    )
    .map((name): Problem => ({
      code: 'MS1014',
      message: 'two volumes share a name',
      given:
        `'${name}' stands for two ` +
        `volumes${name.startsWith('tmp') ? '; the library makes tmp for a read-only root file system' : ''}`,
      allowed: 'a name of its own for each',
      fix: 'rename one of them, or mount the same Volume twice',
    }));
}
