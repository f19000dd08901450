import type { IConstruct } from 'constructs';
import type { StackPart } from '../../checks';
import type { NamespaceFacts } from '../../program';

/** Entries of each construct tree by a key, in the order in which they are added. */
export class Registry<Key, Entry> {
  readonly #trees = new WeakMap<IConstruct, Map<Key, Entry[]>>();

  /** The entries of a key in the tree of a construct: a list that grows with each added entry. */
  public entries({ node }: IConstruct, key: Key): readonly Entry[] {
    return this.#list(node.root, key);
  }

  /** Adds an entry to the tree of a construct. */
  public add({ node }: IConstruct, key: Key, entry: Entry): void {
    this.#list(node.root, key).push(entry);
  }

  #list(root: IConstruct, key: Key): Entry[] {
    const tree = this.#trees.get(root) ?? new Map<Key, Entry[]>();
    const list = tree.get(key) ?? [];
    this.#trees.set(root, tree.set(key, list));
    return list;
  }
}

/** Stacks on one platform. */
export class PlatformStacks {
  /** The stacks on the platform of a stack, this one included from now on. */
  public static joinedBy(stack: IConstruct, platform: object, part: StackPart): PlatformStacks {
    const [known] = PLATFORMS.entries(stack, platform);
    const stacks = known ?? new PlatformStacks(stack.node.path);
    if (known === undefined) PLATFORMS.add(stack, platform, stacks);
    if (stack.node.path < stacks.#first) stacks.#first = stack.node.path;
    stacks.parts.push(part);
    return stacks;
  }

  /** The stacks, in the order in which they are stated. */
  public readonly parts: StackPart[] = [];
  #first: string;

  private constructor(path: string) {
    this.#first = path;
  }

  /** True for the stack that reports the faults of the platform. */
  public isFirst({ node }: IConstruct): boolean {
    return node.path === this.#first;
  }
}

/** Workloads and external services by the id of their endpoint. */
export const WORKLOADS = new Registry<string, IConstruct>();

/** Workloads by cluster, namespace and Service. */
export const SERVICES = new Registry<string, IConstruct>();

/** Exposed and external hosts, with the constructs that state them. */
export const HOSTS = new Registry<string, IConstruct>();

/** Stacks by their delivery provider. */
export const STACKS = new Registry<object, StackPart>();

/** Stacks by the platform that they were given, with the first of them by path. */
export const PLATFORMS = new Registry<object, PlatformStacks>();

/** Namespaces of the stacks whose workloads send spans, by the id of the collector's endpoint. */
export const SPAN_SOURCES = new Registry<string, string>();

/** Namespaces by name, as each stack states them. */
export const NAMESPACES = new Registry<string, NamespaceFacts>();

/** Path of the workload with the id of an endpoint; of two with one id, which a finding reports, the first. */
export function workloadPath(construct: IConstruct, endpointId: string): string | undefined {
  return WORKLOADS.entries(construct, endpointId)[0]?.node.path;
}

/** True for a namespace of a cluster that a stack of the tree makes. */
export function makesNamespace(construct: IConstruct, cluster: string, namespace: string): boolean {
  return NAMESPACES.entries(construct, namespace).some((facts) => !facts.existing && facts.cluster.name === cluster);
}

/** Path of another construct that states the host, the first by path; of those that contest it. */
export function otherHostOwner(
  construct: IConstruct,
  host: string,
  contests: (other: IConstruct) => boolean = () => true,
): string | undefined {
  const [first] = HOSTS.entries(construct, host)
    .filter((other) => other === construct || contests(other))
    .map(({ node }) => node.path)
    .sort();
  return first === construct.node.path ? undefined : first;
}
