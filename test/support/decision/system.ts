import type { ManifestObject } from '../manifests';
import { withDelegates } from './delegates';
import { Labels, notModelled } from './matching';
import { MeshObject, title } from './mesh-object';
import { MeshService, serviceEntries, services } from './services';
import { Workload, workloads } from './workloads';

/** Facts of a mesh beyond its manifests. */
export interface MeshOptions {
  /** Root namespace, whose policies apply to the whole mesh. `istio-system` by default. */
  readonly rootNamespace?: string;
  /** `cluster.local` by default. */
  readonly trustDomain?: string;
  /** The suffix of the names of Services; `cluster.local` by default. */
  readonly clusterDomain?: string;
  /** Outbound policy of a workload without a Sidecar. `ALLOW_ANY` by default, as upstream. */
  readonly outboundTrafficPolicy?: 'ALLOW_ANY' | 'REGISTRY_ONLY';
  /** Labels of namespaces that are no part of the manifests. */
  readonly namespaces?: Readonly<Record<string, Labels>>;
}

export { title } from './mesh-object';
export type { MeshObject } from './mesh-object';

const MESH_KINDS = [
  'AuthorizationPolicy',
  'PeerAuthentication',
  'Sidecar',
  'ServiceEntry',
  'VirtualService',
  'DestinationRule',
] as const;
/** They decide nothing about a request without a token inside of the mesh. */
const WITHOUT_EFFECT = ['Telemetry', 'ProxyConfig', 'RequestAuthentication', 'Gateway'];
const GROUPS = ['security.istio.io', 'networking.istio.io', 'extensions.istio.io', 'telemetry.istio.io'];

/** Everything that decides about requests, read from manifests alone. */
export interface System {
  readonly options: Required<MeshOptions>;
  readonly workloads: readonly Workload[];
  readonly services: readonly MeshService[];
  readonly namespaces: ReadonlyMap<string, Labels>;
  readonly networkPolicies: readonly ManifestObject[];
  readonly mesh: Readonly<Record<(typeof MESH_KINDS)[number], readonly MeshObject[]>>;
}

/** Reads manifests; fails on kinds that may decide and are not known here. */
export function systemOf(manifests: readonly ManifestObject[], stated: MeshOptions = {}): System {
  const options = {
    rootNamespace: 'istio-system',
    trustDomain: 'cluster.local',
    clusterDomain: 'cluster.local',
    outboundTrafficPolicy: 'ALLOW_ANY' as const,
    namespaces: {},
    ...stated,
  };
  manifests.forEach(expectKnown);
  expectOnce(manifests);
  const mesh = Object.fromEntries(
    MESH_KINDS.map((kind) => [
      kind,
      manifests.filter((manifest) => isOfMesh(manifest) && manifest.kind === kind).map(meshObject),
    ]),
  ) as Record<(typeof MESH_KINDS)[number], MeshObject[]>;
  mesh.VirtualService = withDelegates(mesh.VirtualService);
  const namespaces = manifests.filter(({ apiVersion, kind }) => apiVersion === 'v1' && kind === 'Namespace');
  return {
    options,
    mesh,
    workloads: workloads(manifests),
    services: [...services(manifests, options.clusterDomain), ...serviceEntries(mesh.ServiceEntry)],
    namespaces: new Map([
      ...Object.entries(options.namespaces),
      ...namespaces.map(({ metadata }) => [metadata.name, metadata.labels ?? {}] as const),
    ]),
    networkPolicies: manifests.filter(
      ({ apiVersion, kind }) => apiVersion === 'networking.k8s.io/v1' && kind === 'NetworkPolicy',
    ),
  };
}

/** The one of several objects that are meant for the same thing: which one counts would depend on their age. */
export function atMostOne<T extends MeshObject>(objects: readonly T[], what: string): T | undefined {
  if (objects.length > 1)
    throw new Error(`${what} is claimed by ${objects.map(title).join(' and ')}: the older one would count`);
  return objects[0];
}

function meshObject(manifest: ManifestObject): MeshObject {
  const { kind, metadata } = manifest;
  if (metadata.namespace === undefined) throw new Error(`${kind} ${metadata.name} has no namespace`);
  return { kind, metadata: { ...metadata, namespace: metadata.namespace }, spec: manifest['spec'] ?? {} };
}

function isOfMesh({ apiVersion }: ManifestObject): boolean {
  return GROUPS.includes(apiVersion.split('/')[0]!);
}

function expectOnce(manifests: readonly ManifestObject[]): void {
  const seen = new Set<string>();
  for (const {
    apiVersion,
    kind,
    metadata: { name, namespace },
  } of manifests) {
    const key = JSON.stringify([apiVersion, kind, namespace, name]);
    if (seen.has(key)) throw new Error(`${kind} ${[namespace, name].filter(Boolean).join('/')} is there twice`);
    seen.add(key);
  }
}

function expectKnown(manifest: ManifestObject): void {
  const { apiVersion, kind } = manifest;
  if (
    apiVersion.startsWith('gateway.networking.') &&
    JSON.stringify((manifest['spec'] as any)?.parentRefs ?? []).includes('"Service"')
  )
    notModelled(`${kind} of a Service`);
  if (apiVersion.startsWith('cilium.io/') || apiVersion.startsWith('policy.networking.k8s.io/')) notModelled(kind);
  if (!isOfMesh(manifest) || WITHOUT_EFFECT.includes(kind)) return;
  if (!(MESH_KINDS as readonly string[]).includes(kind)) notModelled(kind);
  if (!/^(security|networking)\.istio\.io\/v1$/.test(apiVersion)) notModelled(`${kind} of ${apiVersion}`);
}
