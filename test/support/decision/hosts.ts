import { isIP } from 'node:net';
import { isHostWithin, notModelled } from './matching';
import { isExportedTo, MeshService, podsBehind } from './services';
import type { System } from './system';
import type { Workload } from './workloads';

/**
 * Resolves a host name from a namespace.
 *
 * A Service by its short, middle or full name, else a ServiceEntry that is visible to the namespace. Undefined for an
 * external name that the mesh does not know.
 */
export function resolve(system: System, host: string, namespace: string | undefined): MeshService | undefined {
  const name = host.replace(/\.$/, '');
  const { clusterDomain } = system.options;
  const inCluster = [
    ...(namespace === undefined ? [] : [`${name}.${namespace}.svc.${clusterDomain}`]),
    `${name}.svc.${clusterDomain}`,
    `${name}.${clusterDomain}`,
    name,
  ];
  const service = inCluster
    .map((full) => system.services.find((each) => each.kind === 'Service' && each.host === full))
    .find((found) => found !== undefined);
  if (service !== undefined) return service;
  const entries = system.services.filter(
    (each) =>
      each.kind === 'ServiceEntry' &&
      isHostWithin(name, each.host) &&
      (namespace === undefined || isExportedTo(each.exportTo, each.namespace, namespace)),
  );
  const exact = isIP(name) === 0 ? entries.filter((each) => each.host === name) : entriesAt(system, name, namespace);
  const [entry, ...others] = exact.length > 0 ? exact : entries;
  if (others.length > 0)
    throw new Error(
      `${host} is a host of several: ` +
        `${[entry!, ...others].map((each) => `ServiceEntry ${each.namespace}/${each.name}`).join(' and ')}`,
    );
  if (
    entry === undefined &&
    (!name.includes('.') ||
      name.endsWith(`.svc.${clusterDomain}`) ||
      name.endsWith('.svc') ||
      isInNamespace(system, name))
  ) {
    throw new Error(`no Service or ServiceEntry is known as ${host} from namespace ${namespace ?? '(none)'}`);
  }
  return entry;
}

/** The Service by which a workload is called on a port: the one of its name, else the only one. */
export function serviceOf(system: System, workload: Workload, port: number): MeshService {
  const found = system.services.filter(
    (service) =>
      service.kind === 'Service' &&
      service.selector !== undefined &&
      service.namespace === workload.namespace &&
      service.ports.some(({ number }) => number === port) &&
      podsBehind(service, system.workloads).includes(workload),
  );
  const chosen = found.find(({ name }) => name === workload.name) ?? (found.length === 1 ? found[0] : undefined);
  if (chosen === undefined) {
    const names = found.map(({ name }) => name).join(', ');
    const have = found.length === 0 ? 'no Service has' : `several Services have (${names})`;
    throw new Error(`${have} port ${port} of ${workload.kind} ${workload.namespace}/${workload.name}`);
  }
  return chosen;
}

function isInNamespace({ namespaces }: System, name: string): boolean {
  const parts = name.split('.');
  return parts.length === 2 && namespaces.has(parts[1]!);
}

/** The ServiceEntries that a namespace sees at an address. */
function entriesAt({ services }: System, address: string, namespace: string | undefined): MeshService[] {
  return services.filter(
    ({ kind, calledAs, exportTo, namespace: owner }) =>
      kind === 'ServiceEntry' &&
      (namespace === undefined || isExportedTo(exportTo, owner, namespace)) &&
      calledAs.some((range) => {
        const [network, bits] = range.split('/');
        const isOne = bits === undefined || Number(bits) === (isIP(network!) === 6 ? 128 : 32);
        return isOne
          ? network === address
          : notModelled(`a call of the address ${address}, while a ServiceEntry has the range ${range}`);
      }),
  );
}
