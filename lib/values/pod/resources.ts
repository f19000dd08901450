import type { Size } from 'cdk8s';
import type { Cpu, CpuResources, EphemeralStorageResources, MemoryResources } from 'cdk8s-plus-27';
import { describe } from '../settings/cascade';
import { CPU_REQUEST_MILLIS, MEMORY_BYTES } from './resource-defaults';

/** Huge pages of a container. */
export interface HugePages {
  /** Size of one page, as the nodes have them, such as `Size.mebibytes(2)`. */
  readonly pageSize: Size;

  /** Memory in such pages, a multiple of the page size. */
  readonly total: Size;
}

/** Requests and limits of a container. */
export interface ContainerResourceSettings {
  /**
   * CPU.
   *
   * @default - request 100m without a limit
   */
  readonly cpu?: CpuResources;

  /**
   * Memory.
   *
   * @default - request 256Mi, and the limit as the request
   */
  readonly memory?: MemoryResources;

  /**
   * Disk of the node for logs, the root file system and volumes that live as long as the pod.
   *
   * @default - no request and no limit
   */
  readonly ephemeralStorage?: EphemeralStorageResources;

  /**
   * Further resources of nodes by name, such as `nvidia.com/gpu: 1`. Whole numbers; the limit is the request.
   *
   * @default - none
   */
  readonly extended?: { [name: string]: number };

  /**
   * Memory in huge pages.
   *
   * @default - none
   */
  readonly hugePages?: HugePages[];

  /**
   * Leaves out the memory limit where none is stated. A leak then takes the memory of the node.
   *
   * @default false
   */
  readonly noMemoryLimit?: boolean;
}

/** Requests and limits of a pod as a whole. */
export interface PodResources {
  /**
   * CPU of all containers together.
   *
   * @default - the sum of the containers
   */
  readonly cpu?: CpuResources;

  /**
   * Memory of all containers together.
   *
   * @default - the sum of the containers
   */
  readonly memory?: MemoryResources;
}

/** Requests and limits of the main container, and of the pod. */
export interface ResourceSettings extends ContainerResourceSettings {
  /**
   * Requests and limits of the pod as a whole, from Kubernetes 1.34 on. A sidecar of a mesh counts too.
   *
   * @default - the sum of the containers
   */
  readonly pod?: PodResources;
}

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
  /** Whole units, by the name of the resource. */
  readonly extended?: Readonly<Record<string, number>>;
  /** Bytes, by the name of the resource, such as `hugepages-2Mi`. */
  readonly hugePages?: Readonly<Record<string, number>>;
}

/** Requests and limits of a pod as a whole. */
export interface PodResourceFacts {
  readonly cpu: Bounds;
  readonly memory: Bounds;
}

/** Requests and limits of the pod, as they are stated. Undefined where nothing is. */
export function resolvePodResources({ cpu, memory }: PodResources = {}): PodResourceFacts | undefined {
  return cpu === undefined && memory === undefined
    ? undefined
    : { cpu: bounds(cpu, millicores), memory: bounds(memory, bytes) };
}

/**
 * Completes what was stated: a lone limit is the request too, as in Kubernetes; a lone memory request is the limit too.
 */
export function resolveResources(stated: ContainerResourceSettings = {}): ResourceFacts {
  const cpu = bounds(stated.cpu, millicores);
  const memory = bounds(stated.memory, bytes);
  const memoryRequest = memory.request ?? memory.limit ?? MEMORY_BYTES;
  return {
    cpu: { ...cpu, request: cpu.request ?? cpu.limit ?? CPU_REQUEST_MILLIS },
    memory: {
      ...memory,
      request: memoryRequest,
      ...((memory.limit !== undefined || stated.noMemoryLimit !== true) && { limit: memory.limit ?? memoryRequest }),
    },
    ephemeralStorage: bounds(stated.ephemeralStorage, bytes),
    ...(stated.extended !== undefined && { extended: { ...stated.extended } }),
    ...(stated.hugePages !== undefined && {
      hugePages: Object.fromEntries(
        stated.hugePages.map(({ pageSize, total }) => [`hugepages-${byteQuantity(bytes(pageSize))}`, bytes(total)]),
      ),
    }),
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
