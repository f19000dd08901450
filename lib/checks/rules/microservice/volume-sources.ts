import type { Detail } from '../../../errors';
import { isObjectName, isQualifiedName } from '../../../emit/kubernetes';
import {
  isWhole,
  type PodField,
  type ProjectedKeysOptions,
  type ProjectedSourceFacts,
  repeated,
  secondsOf,
  type Volume,
} from '../../../values';

/** Bounds of the API on the time after which a token expires, in seconds. */
const TOKEN_SECONDS = { least: 600, most: 2 ** 32 };

/** Units of amounts that the API takes: https://kubernetes.io/docs/concepts/workloads/pods/downward-api/ */
const DIVISORS = { cpu: /^1m?$/, other: /^1(?:[kMGTPE]|[KMGTPE]i)?$/ };

/** Names of CSI drivers, as the API takes them. */
const DRIVER = /^[a-zA-Z0-9](?:[-a-zA-Z0-9.]{0,61}[a-zA-Z0-9])?$/;

/** Problems of the source of a volume, in a pod with containers of the given names. */
export function sourceProblems({ name, _source: source }: Volume, containers: readonly string[]): Detail[] {
  switch (source.kind) {
    case 'configMap':
    case 'secret': {
      const { objectName, options } = source;
      const { items = {} } = options;
      return [
        ...keysProblems(name, source.kind, objectName, options),
        ...modeProblems(name, options.defaultMode),
        ...repeatedFiles(name, Object.values(items), (path) =>
          Object.keys(items)
            .filter((key) => items[key] === path)
            .join(' and '),
        ),
      ];
    }
    case 'downwardApi':
      return [...podFileProblems(name, source.files, containers), ...modeProblems(name, source.defaultMode)];
    case 'projected':
      return [
        ...(source.sources.length > 0 ? [] : [noFiles(name, 'sources')]),
        ...source.sources.flatMap((each) => projectedProblems(name, each, containers)),
        ...modeProblems(name, source.options.defaultMode),
        ...repeatedFiles(name, source.sources.flatMap(filesOf), () => 'two sources'),
      ];
    case 'ephemeral':
      return source.storageClass === undefined || isObjectName(source.storageClass)
        ? []
        : [refusedName(name, 'StorageClass', source.storageClass)];
    case 'hostPath':
      return source.path.startsWith('/') && !source.path.split('/').includes('..')
        ? []
        : [
            {
              message: 'invalid path of the node',
              given: `volume ${name} shows '${source.path}'`,
              allowed: 'an absolute path without ..',
              fix: 'state the path from the root of the node, such as /var/log',
            },
          ];
    case 'csi':
      return DRIVER.test(source.driver)
        ? []
        : [
            {
              message: 'Kubernetes refuses the name of a CSI driver',
              given: `volume ${name} is of '${source.driver}'`,
              allowed: 'at most 63 letters, digits, dashes and dots, a letter or digit at either end',
              fix: 'state the name of the driver, such as secrets-store.csi.k8s.io',
            },
          ];
    default:
      return [];
  }
}

function projectedProblems(volume: string, source: ProjectedSourceFacts, containers: readonly string[]): Detail[] {
  switch (source.kind) {
    case 'downwardApi':
      return podFileProblems(volume, source.files, containers);
    case 'serviceAccountToken': {
      const seconds = source.expiration && secondsOf(source.expiration);
      return [
        ...fileProblems(volume, 'the token', [source.path]),
        ...(seconds === undefined || isWhole(seconds, TOKEN_SECONDS.least, TOKEN_SECONDS.most)
          ? []
          : [
              {
                message: 'invalid time after which a token expires',
                given: `expiration of volume ${volume} was ${seconds} s`,
                allowed: `whole seconds from ${TOKEN_SECONDS.least} s`,
                fix: 'state Duration.minutes(10) or more',
              },
            ]),
        ...(source.audience === ''
          ? [
              {
                message: 'a token is for nobody',
                given: `audience of volume ${volume} was ''`,
                allowed: 'a name of the recipient',
                fix: 'state the name that the recipient expects, or leave it out for the API server',
              },
            ]
          : []),
      ];
    }
    default:
      return keysProblems(volume, source.kind, source.objectName, source.options);
  }
}

function keysProblems(
  volume: string,
  kind: 'configMap' | 'secret',
  objectName: string,
  { items = {} }: ProjectedKeysOptions,
): Detail[] {
  return [
    ...(isObjectName(objectName) ? [] : [refusedName(volume, kind, objectName)]),
    ...fileProblems(volume, 'a key', Object.values(items)),
    ...Object.keys(items)
      .filter((key) => key === '')
      .map((key) => ({
        message: 'Kubernetes refuses the key of a file',
        given: `volume ${volume} shows the key '${key}'`,
        allowed: `a key of the ${kind}`,
        fix: 'state the key',
      })),
  ];
}

function podFileProblems(
  volume: string,
  files: Readonly<Record<string, PodField>>,
  containers: readonly string[],
): Detail[] {
  return [
    ...(Object.keys(files).length > 0 ? [] : [noFiles(volume, 'fields of the pod')]),
    ...fileProblems(volume, 'a field of the pod', Object.keys(files)),
    ...Object.values(files).flatMap(({ _reference: reference }) => fieldProblems(volume, reference, containers)),
  ];
}

function fieldProblems(volume: string, reference: PodField['_reference'], containers: readonly string[]): Detail[] {
  if ('field' in reference) {
    const [, map, key] = /^metadata\.(labels|annotations)\['([^]*)'\]$/.exec(reference.field) ?? [];
    return map === undefined || isQualifiedName(key!)
      ? []
      : [
          {
            message: 'Kubernetes refuses a field of the pod',
            given: `volume ${volume} shows '${key}' of the ${map}`,
            allowed: `the key of one of the ${map}`,
            fix: 'correct the key',
          },
        ];
  }
  const { container, resource, divisor } = reference;
  const units = resource.endsWith('.cpu') ? DIVISORS.cpu : DIVISORS.other;
  return [
    ...(containers.includes(container)
      ? []
      : [
          {
            message: `there is no container ${container} whose ${resource} a file could show`,
            given: `volume ${volume} shows ${resource} of container '${container}'`,
            allowed: containers.join(', '),
            fix: 'name a container of the pod',
          },
        ]),
    ...(divisor === undefined || units.test(divisor)
      ? []
      : [
          {
            message: `Kubernetes refuses the unit of ${resource}`,
            given: `volume ${volume} had divisor '${divisor}'`,
            allowed: units === DIVISORS.cpu ? '1 and 1m' : '1, or 1 with a unit such as k, M, Ki or Mi',
            fix: `state ${units === DIVISORS.cpu ? "'1m'" : "'1Mi'"}, or leave it out`,
          },
        ]),
  ];
}

function filesOf(source: ProjectedSourceFacts): string[] {
  switch (source.kind) {
    case 'downwardApi':
      return Object.keys(source.files);
    case 'serviceAccountToken':
      return [source.path];
    default:
      return Object.values(source.options.items ?? {});
  }
}

function fileProblems(volume: string, what: string, paths: readonly string[]): Detail[] {
  return paths
    .filter((path) => path === '' || path.startsWith('/') || path.startsWith('..') || path.split('/').includes('..'))
    .map((path) => ({
      message: 'Kubernetes refuses the name of a file',
      given: `volume ${volume} shows ${what} as '${path}'`,
      allowed: 'a relative path without .., and no two dots first',
      fix: 'state the path from the root of the volume',
    }));
}

function repeatedFiles(volume: string, paths: readonly string[], keysOf: (path: string) => string): Detail[] {
  return repeated(paths).map((path) => ({
    message: 'two keys of a volume have one file name',
    given: `volume ${volume} shows ${keysOf(path)} as '${path}'`,
    allowed: 'a name of its own for each',
    fix: 'rename one of the files',
  }));
}

function modeProblems(volume: string, defaultMode = 0): Detail[] {
  return isWhole(defaultMode, 0, 0o777)
    ? []
    : [
        {
          message: 'Kubernetes refuses the permissions of files',
          given: `volume ${volume} had defaultMode ${defaultMode}`,
          allowed: '0 to 0o777',
          fix: 'write them in octal, as in 0o440',
        },
      ];
}

function refusedName(volume: string, kind: string, name: string): Detail {
  return {
    message: `Kubernetes refuses the name of a ${kind}`,
    given: `volume ${volume} shows '${name}'`,
    allowed: 'a DNS subdomain',
    fix: kind === 'StorageClass' ? 'state the name of the class' : 'state the name of the object',
  };
}

function noFiles(volume: string, what: string): Detail {
  return {
    message: 'a volume shows no file',
    given: `volume ${volume} had no ${what}`,
    allowed: `${what}, one or more`,
    fix: 'state what its files show, or leave the volume out',
  };
}
