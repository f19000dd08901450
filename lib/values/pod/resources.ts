import type { Size } from 'cdk8s';
import type { ContainerResources, Cpu } from 'cdk8s-plus-27';
import { describe } from '../settings/cascade';
import { CPU_REQUEST_MILLIS, MEMORY_BYTES } from './resource-defaults';

/** A request and a limit. NaN for an invalid amount. */
export interface Bounds {
  readonly request?: number;
  readonly limit?: number;
  /** Given value, where it is no amount. */
  readonly given?: { readonly request?: string; readonly limit?: string };
}

/** Requests and limits of a container: CPU in thousandths of a core, memory and disk in bytes. */
export interface ResourceFacts {
  readonly cpu: Bounds;
  readonly memory: Bounds;
  readonly ephemeralStorage: Bounds;
}

/**
 * Completes what was stated: a lone limit is the request too, as in Kubernetes; a lone memory request is the limit too.
 */
export function resolveResources(stated: ContainerResources = {}): ResourceFacts {
  const cpu = bounds(stated.cpu, millicores);
  const memory = bounds(stated.memory, bytes);
  const memoryRequest = memory.request ?? memory.limit ?? MEMORY_BYTES;
  return {
    cpu: { ...cpu, request: cpu.request ?? cpu.limit ?? CPU_REQUEST_MILLIS },
    memory: { ...memory, request: memoryRequest, limit: memory.limit ?? memoryRequest },
    ephemeralStorage: bounds(stated.ephemeralStorage, bytes),
  };
}

/** CPU in thousandths of a core. */
export function millicores(cpu: Cpu): number {
  const match = /^(\d+(?:\.\d+)?)(m?)$/.exec(cpu.amount);
  return match === null ? NaN : decimal(match[1]!, match[2] === 'm' ? 0 : 3);
}

/** A decimal number times a power of ten, without the errors of binary fractions: 1.001 cores are 1001 thousandths. */
function decimal(digits: string, power: number): number {
  return Number(`${digits}e${power}`);
}

/** A size in bytes. */
export function bytes(size: Size): number {
  const match = /^(\d+(?:\.\d+)?)(Ki|Mi|Gi|Ti|Pi)$/.exec(size.asString());
  return match === null ? NaN : Number(match[1]) * 1024 ** (UNITS.indexOf(match[2]!) + 1);
}

const UNITS = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi'];

/** CPU as Kubernetes writes it, in its shortest form. */
export function cpuQuantity(millis: number): string {
  return millis % 1000 === 0 ? `${millis / 1000}` : `${millis}m`;
}

/** Bytes as Kubernetes writes them, in the largest unit that leaves a whole number. */
export function byteQuantity(amount: number): string {
  const power = [5, 4, 3, 2, 1].find((candidate) => amount !== 0 && amount % 1024 ** candidate === 0);
  return power === undefined ? `${amount}` : `${amount / 1024 ** power}${UNITS[power - 1]}`;
}

function bounds<T>(
  stated: { readonly request?: T; readonly limit?: T } | undefined,
  amount: (value: T) => number,
): Bounds {
  const amounts = {
    ...(stated?.request !== undefined && { request: amount(stated.request) }),
    ...(stated?.limit !== undefined && { limit: amount(stated.limit) }),
  };
  if (!Object.values(amounts).some(Number.isNaN)) return amounts;
  return {
    ...amounts,
    given: {
      ...(stated?.request !== undefined && { request: describe(stated.request) }),
      ...(stated?.limit !== undefined && { limit: describe(stated.limit) }),
    },
  };
}
