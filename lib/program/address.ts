import type { Activator } from './activator';
import {
  AddressFormat,
  type AddressVariable,
  type ContainerFacts,
  ContainerRole,
  type Exposure,
  exposedNumber,
  isIpv6,
  isWhole,
  type Port,
  rangesOf,
} from '../values';
import { portOf } from './call';
import { type Call, sameCluster, serviceOfEndpoint } from './endpoint';

/** Variable with the callee's address, or a part of it, and the containers that get it. */
export interface CalleeAddress {
  readonly name: string;
  readonly value: string;
  /** Names of the containers that get it. Undefined where none are stated. */
  readonly containers?: readonly string[];
  /** True for a text that holds more than an address. */
  readonly mayHoldSecret: boolean;
}

/** Host under which the caller reaches the callee. Undefined where there is none. */
export function hostOf(call: Call): string | undefined {
  const { caller, callee } = call;
  if (callee.external !== undefined) return callee.external.host;
  if (callee.workload === undefined || caller.workload === undefined) return undefined;
  if (!sameCluster(caller.workload, callee.workload)) return exposureOf(call)?.host;
  const activator = activatorOf(call);
  // Without a mesh, only the host of a request tells callees apart, and a short name is ambiguous.
  if (activator !== undefined && (activator.address !== undefined || callee.workload.runtime !== undefined))
    return `${activator.address?.service ?? serviceOfEndpoint(callee)}.${callee.workload.namespace}.svc`;
  // The search path of every pod resolves it, with any domain of the cluster.
  return caller.workload.namespace === callee.workload.namespace
    ? serviceOfEndpoint(callee)
    : `${serviceOfEndpoint(callee)}.${callee.workload.namespace}.svc`;
}

/**
 * Activator that takes the requests of a call before the callee's pods. Undefined where the pods take them, or for a
 * call without requests.
 */
export function activatorOf(call: Call): Activator | undefined {
  const { activator } = call.callee.workload ?? {};
  return activator !== undefined && portOf(call)?.protocol.hasRequests === true && !crossesClusters(call)
    ? activator
    : undefined;
}

/** The statement that exposes the called port outside of the callee's cluster. */
export function exposureOf(call: Call): Exposure | undefined {
  const { workload, ports } = call.callee;
  return workload && exposuresByPort(workload.exposures, ports).get(portOf(call)?.number);
}

type ByPort = ReadonlyMap<number | undefined, Exposure>;

/** Exposures by the port that calls name, for each list of them as long as it was then. */
const BY_PORT = new WeakMap<readonly Exposure[], { readonly length: number; readonly byPort: ByPort }>();

function exposuresByPort(exposures: readonly Exposure[], ports: Call['callee']['ports']): ByPort {
  const known = BY_PORT.get(exposures);
  if (known?.length === exposures.length) return known.byPort;
  const byPort = new Map<number | undefined, Exposure>();
  for (const exposure of exposures) {
    // A wildcard names no host to call.
    if (exposure.host?.startsWith('*')) continue;
    const port = exposedNumber(exposure, ports);
    const before = byPort.get(port);
    if (before === undefined || isBefore(exposure.host, before.host)) byPort.set(port, exposure);
  }
  BY_PORT.set(exposures, { length: exposures.length, byPort });
  return byPort;
}

/** Of several, the first by host, and one without a host last: the order of statements has no effect. */
function isBefore(host: string | undefined, other: string | undefined): boolean {
  return host !== undefined && (other === undefined || host < other);
}

/** Address ranges of a callee outside of the caller's cluster. Empty where they are unknown. */
export function calleeRanges(call: Call): readonly string[] {
  const { external } = call.callee;
  if (external !== undefined) return rangesOf(external.host, external.addresses);
  const exposure = exposureOf(call);
  return rangesOf(exposure?.host, exposure?.addresses ?? []);
}

/** True where caller and callee run in different clusters. */
export function crossesClusters({ caller, callee }: Call): boolean {
  return (
    caller.workload !== undefined && callee.workload !== undefined && !sameCluster(caller.workload, callee.workload)
  );
}

/** Variables with the callee's address for the caller. Empty for a call without variables or an address. */
export function addressesOf(call: Call): CalleeAddress[] {
  const { addressEnv, addresses } = call.options;
  const host = hostOf(call);
  const port = portOf(call);
  if (host === undefined || port === undefined) return [];
  const number = activatorOf(call)?.address?.port ?? port.number;
  // Replicas of one workload find each other by other means, unless it states the variable.
  const byDefault = addresses === undefined && call.caller.id !== call.callee.id;
  return [...(addressEnv !== undefined || byDefault ? [{ name: addressEnv }] : []), ...(addresses ?? [])].map(
    ({
      name = defaultAddressVariable(call.callee.name),
      format = AddressFormat.hostAndPort(),
      containers,
    }: AddressVariable) => ({
      name,
      value:
        format._replicas === undefined
          ? filled(format, port, host, number)
          : replicaHosts(call, format._replicas)
              .map((replica) => filled(format, port, replica, port.targetPort))
              .join('separator' in format._replicas ? format._replicas.separator : ''),
      ...(containers !== undefined && { containers: [...containers] }),
      mayHoldSecret: !format._isOnlyAddress,
    }),
  );
}

function filled({ text }: AddressFormat, { protocol }: Port, host: string, number: number): string {
  return text
    .replaceAll('{scheme}', protocol.scheme)
    .replaceAll('{host}:', isIpv6(host) ? `[${host}]:` : `${host}:`)
    .replaceAll('{host}', host)
    .replaceAll('{port}', String(number));
}

/** Hosts of single replicas. Empty where they are not known, which a finding reports. */
function replicaHosts(
  { caller, callee }: Call,
  replicas: { readonly separator: string } | { readonly ordinal: number },
): string[] {
  const { workload } = callee;
  if (workload?.replicas === undefined) return [];
  const { service, count } = workload.replicas;
  const domain = caller.workload?.namespace === workload.namespace ? service : `${service}.${workload.namespace}.svc`;
  const known = isWhole(count ?? 0, 0, MOST_REPLICAS) ? (count ?? 0) : 0;
  const ordinals = 'ordinal' in replicas ? [replicas.ordinal] : Array.from({ length: known }, (_, at) => at);
  return ordinals.map((ordinal) => `${callee.name}-${ordinal}.${domain}`);
}

/** More addresses than a variable has room for. */
const MOST_REPLICAS = 10_000;

/** Tells if a container gets an address: one that may hold a secret reaches the main container, or those named. */
export function reaches(
  { containers, mayHoldSecret }: CalleeAddress,
  { name, role }: Pick<ContainerFacts, 'name' | 'role'>,
): boolean {
  return containers?.includes(name) ?? (!mayHoldSecret || role === ContainerRole.MAIN);
}

/** `CART_ADDR` for `cart`. */
function defaultAddressVariable(callee: string): string {
  return `${callee.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}_ADDR`;
}
