import { DeploymentWorkload } from '../../../program';
import { ContainerRole, Matcher, re2Literal, Series } from '../../../values';

// What `rand.SafeEncodeString` makes of the digits of a hash. It hashes to fewer than 6 characters once in 40,000
// times, and no
// name of a Job or DaemonSet beside, such as `cart-db`, is made of 6 or more of these.
const HASH = '[4-9bcdf]';

// The letters and digits of `rand.String`.
const ID = '[bcdfghjklmnpqrstvwxz2456789]{5}';

// The API server cuts what it appends the random characters to at 58: name, dash, hash of 10, dash.
const LONGEST_WHOLE = 46;

// What the random characters are appended to is cut at that length.
const LONGEST_BASE = 58;

/** Names of the pods of a StatefulSet: those of its replicas, which end in their ordinals. */
function replicaNames(name: string): Matcher {
  return { label: 'pod', operator: '=~', value: `${re2Literal(name)}-[0-9]+` };
}

/** Names of the pods of a DaemonSet. */
function agentNames(name: string): Matcher {
  return { label: 'pod', operator: '=~', value: `${re2Literal(`${name}-`.slice(0, LONGEST_BASE))}${ID}` };
}

/** Matches names of the pods of Deployments, and none of `cart-store`'s for `cart`. */
export function podNames(workloads: readonly string[]): Matcher {
  const each = (name: string) =>
    `${re2Literal(name)}-${name.length <= LONGEST_WHOLE ? `${HASH}{6,10}-${ID}` : `${HASH}{5,10}-?${ID}`}`;
  return { label: 'pod', operator: '=~', value: workloads.map(each).join('|') };
}

type OfPods = Pick<DeploymentWorkload, 'namespace' | 'name' | 'delivery' | 'stateful' | 'perNode'>;

/** Series of the pods of a microservice. */
export function ofPods(
  metric: string,
  { namespace, name, delivery, stateful, perNode }: OfPods,
  matchers: readonly Matcher[] = [],
): Series {
  return {
    metric,
    matchers: [
      { label: 'namespace', operator: '=', value: namespace },
      perNode !== undefined
        ? agentNames(name)
        : stateful === undefined
          ? podNames(delivery.workloads)
          : replicaNames(name),
      ...matchers,
    ],
  };
}

/** Containers that a CPU limit may throttle. Init containers end before throttling shows. */
export function limitedContainers({ containers }: Pick<DeploymentWorkload, 'containers'>): string[] {
  return containers
    .filter(({ role, resources }) => role !== ContainerRole.INIT && resources.cpu.limit !== undefined)
    .map(({ name }) => name)
    .sort();
}
