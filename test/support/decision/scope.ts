import { expectFields, isHostWithin, notModelled, selectsLabels } from './matching';
import { isExportedTo, MeshService } from './services';
import { atMostOne, MeshObject, System, title } from './system';
import { destinationsOf, fullHost } from './virtual-services';
import type { Workload } from './workloads';

/** Hosts that the proxy of a caller knows. */
export interface Scope {
  /** True when unknown hosts are refused, false when they pass through. */
  readonly isRegistryOnly: boolean;
  /** Tells if the proxy knows a port of a host. */
  readonly includes: (service: MeshService, port: number) => boolean;
  /** Those that change the caller's requests. */
  readonly virtualServices: readonly MeshObject[];
}

interface Import {
  readonly namespace: string;
  readonly host: string;
  readonly isExclusion: boolean;
}

/** The Sidecar of a workload, else of its namespace, else of the mesh, and what is exported to it. */
export function scopeOf(system: System, caller: Workload): Scope {
  const sidecar = sidecarOf(system, caller);
  const imports = importsOf(sidecar, caller.namespace);
  const isImported = (namespace: string, fits: (host: string) => boolean, isOut: (host: string) => boolean = fits) => {
    const there = imports.filter((each) => each.namespace === '*' || each.namespace === namespace);
    return (
      there.some(({ host, isExclusion }) => !isExclusion && fits(host)) &&
      !there.some(({ host, isExclusion }) => isExclusion && isOut(host))
    );
  };
  const virtualServices = system.mesh.VirtualService.filter((each) => {
    if (!isExportedTo(each.spec.exportTo, each.metadata.namespace, caller.namespace)) return false;
    if (each.spec.gateways !== undefined && !each.spec.gateways.includes('mesh')) return false;
    // A wildcard on either side is enough: https://istio.io/latest/docs/reference/config/networking/sidecar/
    return ((each.spec.hosts as string[] | undefined) ?? notModelled(`the delegate ${title(each)}`)).some((stated) => {
      const host = fullHost(stated, each, system);
      return isImported(
        each.metadata.namespace,
        (wider) => isHostWithin(host, wider) || isHostWithin(wider, host),
        (wider) => isHostWithin(host, wider),
      );
    });
  });
  const pulled = virtualServices.flatMap((each) => destinationsOf(each, system, caller.namespace));
  return {
    isRegistryOnly: modeOf(sidecar, system) === 'REGISTRY_ONLY',
    virtualServices,
    includes: (service, port) =>
      isExportedTo(service.exportTo, service.namespace, caller.namespace) &&
      (isImported(service.namespace, (wider) => isHostWithin(service.host, wider)) ||
        pulled.some((each) => each.host === service.host && (each.port === undefined || each.port === port))),
  };
}

function sidecarOf(system: System, { namespace, name, labels }: Workload): MeshObject | undefined {
  const within = (wanted: string) => system.mesh.Sidecar.filter(({ metadata }) => metadata.namespace === wanted);
  const wide = (wanted: string) =>
    atMostOne(
      within(wanted).filter(({ spec }) => spec.workloadSelector === undefined),
      `the scope of namespace ${wanted}`,
    );
  const own = atMostOne(
    within(namespace).filter(
      ({ spec }) => spec.workloadSelector !== undefined && selectsLabels(spec.workloadSelector.labels, labels),
    ),
    `the scope of ${namespace}/${name}`,
  );
  const sidecar = own ?? wide(namespace) ?? wide(system.options.rootNamespace);
  if (sidecar !== undefined)
    expectFields(
      sidecar.spec,
      ['workloadSelector', 'egress', 'outboundTrafficPolicy', 'inboundConnectionPool'],
      title(sidecar),
    );
  return sidecar;
}

function importsOf(sidecar: MeshObject | undefined, callerNamespace: string): Import[] {
  const listeners: any[] = sidecar?.spec.egress ?? [];
  if (sidecar === undefined || listeners.length === 0) return [{ namespace: '*', host: '*', isExclusion: false }];
  if (listeners.length > 1) notModelled(`several egress listeners of ${title(sidecar)}`);
  listeners.forEach((listener) => expectFields(listener, ['hosts'], `egress of ${title(sidecar)}`));
  return listeners.flatMap(({ hosts }) =>
    (hosts as string[]).map((stated) => {
      const [before, host, ...rest] = stated.split('/');
      if (host === undefined || rest.length > 0)
        throw new Error(`${title(sidecar)} has the host ${stated}, which is not namespace/dnsName`);
      // `~/*` excludes everything, `~shop/*` a namespace.
      const isExclusion = before!.startsWith('~');
      const namespace = isExclusion ? before!.slice(1) || '*' : before!;
      return { namespace: namespace === '.' ? callerNamespace : namespace, host, isExclusion };
    }),
  );
}

function modeOf(sidecar: MeshObject | undefined, { options }: System): string {
  const stated = sidecar?.spec.outboundTrafficPolicy;
  // What the namespace's Sidecar says is not inherited by a workload's.
  if (stated === undefined) return options.outboundTrafficPolicy;
  expectFields(stated, ['mode'], `outboundTrafficPolicy of ${title(sidecar!)}`);
  if (stated.mode !== 'REGISTRY_ONLY' && stated.mode !== 'ALLOW_ANY')
    notModelled(`the mode ${stated.mode} of ${title(sidecar!)}`);
  return stated.mode;
}
