import type { KubernetesVersion } from '../../../values';
import { judgedContainers, Json, statedContexts } from './containers';

/**
 * Capabilities that the level baseline lets a container keep:
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export const BASELINE_CAPABILITIES: readonly string[] = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

/** Kernel parameters that the level baseline admits, by the minor version of Kubernetes since which it does. */
const SAFE_SYSCTLS: Readonly<Record<string, number>> = {
  'kernel.shm_rmid_forced': 0,
  'net.ipv4.ip_local_port_range': 0,
  'net.ipv4.tcp_syncookies': 0,
  'net.ipv4.ping_group_range': 0,
  'net.ipv4.ip_unprivileged_port_start': 0,
  'net.ipv4.ip_local_reserved_ports': 27,
  'net.ipv4.tcp_keepalive_time': 29,
  'net.ipv4.tcp_fin_timeout': 29,
  'net.ipv4.tcp_keepalive_intvl': 29,
  'net.ipv4.tcp_keepalive_probes': 29,
  'net.ipv4.tcp_rmem': 32,
  'net.ipv4.tcp_wmem': 32,
};

/** Types of SELinux that the level baseline admits, by the minor version of Kubernetes since which it does. */
const SELINUX_TYPES: Readonly<Record<string, number>> = {
  container_t: 0,
  container_init_t: 0,
  container_kvm_t: 0,
  container_engine_t: 31,
};

/** Fields of a pod that the level baseline refuses, in the checks of k8s.io/pod-security-admission. */
export function baselineRefusals({ metadata, spec }: Json, version: KubernetesVersion): string[] {
  return [
    ...ofNode(spec as Json),
    ...ofContainers(spec as Json, version),
    ...ofProfiles((metadata?.annotations ?? {}) as Json, spec as Json),
    ...ofSelinux(spec as Json, version),
  ];
}

function ofNode(spec: Json): string[] {
  const volumes = (spec['volumes'] ?? []) as Json[];
  return [
    ...['hostNetwork', 'hostPID', 'hostIPC']
      .filter((field) => spec[field] === true)
      .map((field) => `${field} was true`),
    ...volumes.filter(({ hostPath }) => Boolean(hostPath)).map(({ name }) => `volume ${name} was a hostPath`),
    ...statedContexts(spec, 'windowsOptions')
      .filter(([, options]) => (options as Json)['hostProcess'] === true)
      .map(([of]) => `hostProcess of ${of} was true`),
  ];
}

function ofContainers(spec: Json, version: KubernetesVersion): string[] {
  const inUserNamespace = spec['hostUsers'] === false && version.atLeast(35);
  const sysctls = ((spec['securityContext']?.sysctls ?? []) as Json[]).map(({ name }) => String(name));
  return [
    ...judgedContainers(spec).flatMap(({ name, container, context }) => [
      ...(context['privileged'] === true ? [`container ${name} was privileged`] : []),
      ...((context['capabilities']?.add ?? []) as string[])
        .filter((capability) => !BASELINE_CAPABILITIES.includes(capability))
        .map((capability) => `container ${name} had the capability ${capability}`),
      ...((container['ports'] ?? []) as Json[])
        .filter(({ hostPort }) => Boolean(hostPort))
        .map(({ hostPort }) => `container ${name} had hostPort ${hostPort}`),
      ...(['Default', undefined].includes(context['procMount'] as string | undefined) || inUserNamespace
        ? []
        : [`procMount of container ${name} was ${context['procMount']}`]),
      ...(version.atLeast(34) ? hostsOf(container).map((host) => `container ${name} probed the host ${host}`) : []),
    ]),
    ...sysctls
      .filter((name) => !isSince(SAFE_SYSCTLS, name, version))
      .map((name) => `securityContext.sysctls held ${name}`),
  ];
}

/** Hosts that probes and hooks of a container name. */
function hostsOf({ livenessProbe, readinessProbe, startupProbe, lifecycle }: Json): string[] {
  const actions = [livenessProbe, readinessProbe, startupProbe, lifecycle?.postStart, lifecycle?.preStop] as (
    Json | undefined
  )[];
  return actions
    .flatMap((action) => [action?.['httpGet']?.host, action?.['tcpSocket']?.host] as unknown[])
    .filter((host) => Boolean(host))
    .map(String);
}

function ofProfiles(annotations: Json, spec: Json): string[] {
  const unconfined = (field: string) =>
    statedContexts(spec, field)
      .map(([of, profile]) => [of, (profile as Json)['type']] as const)
      .filter(([, type]) => type !== 'RuntimeDefault' && type !== 'Localhost')
      .map(([of, type]) => `${field} of ${of} was ${String(type)}`);
  return [
    ...unconfined('seccompProfile'),
    ...unconfined('appArmorProfile'),
    ...Object.entries(annotations)
      .filter(([key, value]) => key.startsWith('container.apparmor.security.beta.kubernetes.io/') && !isProfile(value))
      .map(([key, value]) => `the annotation ${key} was ${value}`),
  ];
}

function isProfile(value: unknown): boolean {
  return value === '' || value === 'runtime/default' || String(value).startsWith('localhost/');
}

function ofSelinux(spec: Json, version: KubernetesVersion): string[] {
  return statedContexts(spec, 'seLinuxOptions').flatMap(([of, options]) => {
    const { type, user, role } = options as Json;
    return [
      ...(type && !isSince(SELINUX_TYPES, String(type), version) ? [`seLinuxOptions.type of ${of} was ${type}`] : []),
      ...(user ? [`seLinuxOptions.user of ${of} was ${user}`] : []),
      ...(role ? [`seLinuxOptions.role of ${of} was ${role}`] : []),
    ];
  });
}

function isSince(table: Readonly<Record<string, number>>, name: string, version: KubernetesVersion): boolean {
  return Object.hasOwn(table, name) && version.atLeast(table[name]!);
}
