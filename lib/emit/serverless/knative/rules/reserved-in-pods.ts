import type { Detail } from '../../../../errors';
import { normalizedPath } from '../../../kubernetes';
import { addressVariables, FunctionWorkload, healthOf, ProbeFacts } from '../../../../program';
import { ContainerRole, type VolumeSource } from '../../../../values';
import { RESERVED } from '../defaults';

/** Names, variables, mounts, ports and probes of containers that Knative keeps for itself. */
export function reservedInPods(facts: FunctionWorkload): Detail[] {
  return [...names(facts), ...variables(facts), ...mounts(facts), ...ports(facts), ...probes(facts)];
}

function names({ containers }: FunctionWorkload): Detail[] {
  return containers
    .filter(({ name }) => isIn(RESERVED.containers, name))
    .map(({ name }) => ({
      message: 'a container has the name of one of Knative',
      given: `the name was '${name}'`,
      allowed: `names other than ${RESERVED.containers.join(', ')}`,
      fix: 'give the function another name',
    }));
}

function variables({ containers, outbound }: FunctionWorkload): Detail[] {
  const all = containers.flatMap((container) => [...container.variables, ...addressVariables(outbound, container)]);
  return [...new Set(all.map(({ name }) => name))]
    .filter((name) => isIn(RESERVED.variables, name))
    .map((name) => ({
      message: 'Knative sets the variable itself',
      given: `it was ${name}`,
      allowed: `names other than ${RESERVED.variables.join(', ')}`,
      fix: name === 'PORT' ? 'leave it out: it holds containerPort' : 'choose another name',
    }));
}

function mounts({ containers }: FunctionWorkload): Detail[] {
  const all = containers.flatMap((container) => container.mounts);
  return [
    ...all
      .filter(({ path }) => isIn(RESERVED.paths, normalizedPath(path)))
      .map(({ path }) => ({
        message: 'Knative refuses mounts at this path',
        given: `the path was '${path}'`,
        allowed: `paths other than ${RESERVED.paths.join(', ')}`,
        fix: 'choose another path',
      })),
    ...all
      .filter(({ readOnly, volume }) => !readOnly && isReadOnly(volume._source))
      .map(({ path, volume }) => ({
        message: 'Knative mounts volumes that nobody writes to read-only',
        given: `${volume.name} was mounted at '${path}' with readOnly: false`,
        allowed: 'readOnly mounts, and volumes of emptyDir or ephemeral',
        fix: 'leave readOnly out',
      })),
  ];
}

/** Of claims, which functions mount none of, MS1071 tells. */
function isReadOnly({ kind }: VolumeSource): boolean {
  return !['emptyDir', 'ephemeral', 'claim', 'ownClaim'].includes(kind);
}

function ports({ ports: all }: FunctionWorkload): Detail[] {
  return all
    .filter(({ targetPort }) => isIn(RESERVED.ports, targetPort))
    .map(({ targetPort }) => ({
      message: 'queue-proxy has the port already',
      given: `containerPort was ${targetPort}`,
      allowed: `ports other than ${RESERVED.ports.join(', ')}`,
      fix: 'state another containerPort',
    }));
}

/** Knative points every probe at the one port of the function, and ignores the port of the probe. */
function probes({ containers, ports: [port], settings }: FunctionWorkload): Detail[] {
  return containers
    .filter(({ role }) => role === ContainerRole.MAIN)
    .flatMap((container) =>
      (Object.entries(healthOf(container, settings.values)) as [string, ProbeFacts][])
        .filter(([kind]) => kind !== 'startup' || container.startup !== undefined)
        .filter(([, probe]) => probe.port !== undefined && probe.port !== port?.targetPort)
        .map(([kind, probe]) => ({
          message: `the ${kind} probe asks a port that Knative does not use for probes`,
          given: `port was ${probe.port}`,
          allowed: `${port?.targetPort}, the port of the function`,
          fix: 'leave the port out',
        })),
    );
}

function isIn(list: readonly (string | number)[], value: string | number): boolean {
  return list.includes(value);
}
