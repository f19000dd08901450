import { isIP } from 'node:net';
import type { ManifestObject } from '../manifests';
import { Labels, notModelled, selectsLabels } from './matching';
import { Protocol, protocolOf, StatedProtocol } from './protocol';
import type { MeshObject } from './system';
import type { Workload } from './workloads';

/** A port of a Service or ServiceEntry. */
export interface MeshPort extends StatedProtocol {
  readonly number: number;
  readonly targetPort: number | string;
}

/** A host in the registry of the mesh. */
export interface MeshService {
  readonly kind: 'Service' | 'ServiceEntry';
  readonly name: string;
  readonly namespace: string;
  /** The full name, or `*.suffix`. */
  readonly host: string;
  readonly ports: readonly MeshPort[];
  /** Namespaces, `.` or `*`. */
  readonly exportTo: readonly string[];
  readonly isHeadless: boolean;
  readonly selector?: Labels | undefined;
  /** Addresses of a ServiceEntry that states them. */
  readonly addresses: readonly string[];
  /** Addresses and ranges by which callers' proxies know a ServiceEntry, wherever they connect to. */
  readonly calledAs: readonly string[];
}

/** The Services among manifests. */
export function services(manifests: readonly ManifestObject[], clusterDomain: string): MeshService[] {
  return manifests
    .filter(({ apiVersion, kind }) => apiVersion === 'v1' && kind === 'Service')
    .map(({ metadata, ...manifest }) => {
      const spec = manifest['spec'] as any;
      const { name, namespace } = metadata;
      if (namespace === undefined) throw new Error(`Service ${name} has no namespace`);
      if (spec.type === 'ExternalName') notModelled(`ExternalName of Service ${namespace}/${name}`);
      const exportTo: string | undefined = (metadata as { annotations?: Labels }).annotations?.[
        'networking.istio.io/exportTo'
      ];
      return {
        kind: 'Service',
        name,
        namespace,
        host: `${name}.${namespace}.svc.${clusterDomain}`,
        ports: (spec.ports ?? [])
          .filter(({ protocol = 'TCP' }) => protocol === 'TCP')
          .map((port: any) => ({
            number: port.port,
            targetPort: port.targetPort ?? port.port,
            name: port.name,
            appProtocol: port.appProtocol,
          })),
        exportTo: exportTo?.split(',').map((each) => each.trim()) ?? ['*'],
        isHeadless: spec.clusterIP === 'None',
        selector: spec.selector,
        addresses: [],
        calledAs: [],
      };
    });
}

/** One for each host of each ServiceEntry. */
export function serviceEntries(entries: readonly MeshObject[]): MeshService[] {
  return entries.flatMap(({ metadata: { name, namespace }, spec }) => {
    if (spec.location === 'MESH_INTERNAL' || spec.workloadSelector !== undefined)
      notModelled(`workloads of ServiceEntry ${namespace}/${name}`);
    // Otherwise the proxy connects to whatever the name leads to.
    const addresses: string[] =
      spec.endpoints?.map(({ address }: any) => address) ??
      (spec.resolution === 'NONE' ? spec.addresses : undefined) ??
      [];
    return (spec.hosts as string[]).map((host): MeshService => ({
      kind: 'ServiceEntry',
      name,
      namespace,
      host,
      ports: (spec.ports ?? []).map((port: any) => ({
        number: port.number,
        targetPort: port.targetPort ?? port.number,
        name: port.name,
        appProtocol: port.protocol,
      })),
      exportTo: spec.exportTo ?? ['*'],
      isHeadless: false,
      addresses: addresses.filter((address) => isIP(address) !== 0),
      calledAs: spec.addresses ?? [],
    }));
  });
}

/** Tells if an object is visible to a namespace. */
export function isExportedTo(exportTo: readonly string[] | undefined, owner: string, namespace: string): boolean {
  if (exportTo === undefined || exportTo.length === 0) return true;
  return exportTo.some((to) => to === '*' || to === namespace || (to === '.' && owner === namespace));
}

/** The workloads behind a Service, if there are any. */
export function podsBehind(service: MeshService, workloads: readonly Workload[]): Workload[] {
  if (service.kind === 'Service' && service.selector === undefined)
    notModelled(`Service ${service.namespace}/${service.name} without a selector`);
  return workloads.filter(
    ({ namespace, labels }) =>
      service.kind === 'Service' && namespace === service.namespace && selectsLabels(service.selector, labels),
  );
}

/** The workloads behind a Service. */
export function backends(service: MeshService, workloads: readonly Workload[]): Workload[] {
  const found = podsBehind(service, workloads);
  if (service.kind === 'Service' && found.length === 0)
    throw new Error(`no workload is behind Service ${service.namespace}/${service.name}`);
  return found;
}

/** The port of a Service by its number. */
export function portOf({ kind, namespace, name, ports }: MeshService, number: number): MeshPort {
  const port = ports.find((each) => each.number === number);
  if (port === undefined)
    throw new Error(
      `${kind} ${namespace}/${name} has no TCP port ${number}, but ` +
        `${ports.map((each) => each.number).join(', ') || 'none'}`,
    );
  return port;
}

/** The workload's own port behind a port of a Service. */
export function workloadPort({ targetPort }: MeshPort, { kind, name, containerPorts }: Workload): number {
  if (typeof targetPort === 'number') return targetPort;
  const found = containerPorts.find((port) => port.name === targetPort);
  if (found === undefined) throw new Error(`${kind} ${name} has no port named ${targetPort}`);
  return found.containerPort;
}

/** Protocol of a workload's own port, by its Services. */
export function inboundProtocol(
  all: readonly MeshService[],
  workload: Workload,
  port: number,
): Exclude<Protocol, undefined> {
  const inFront = all.filter(
    ({ kind, namespace, selector }) =>
      kind === 'Service' &&
      selector !== undefined &&
      namespace === workload.namespace &&
      selectsLabels(selector, workload.labels),
  );
  const stated = new Set(
    inFront.flatMap(({ ports }) => ports.filter((each) => workloadPort(each, workload) === port).map(protocolOf)),
  );
  const [protocol] = stated;
  if (stated.size !== 1 || protocol === undefined)
    notModelled(
      `port ${port} of ${workload.kind} ${workload.namespace}/${workload.name}, ` +
        `${stated.size > 1 ? 'of several protocols' : 'of which no Service says the protocol'}`,
    );
  return protocol;
}
