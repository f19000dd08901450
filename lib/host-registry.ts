import type { IConstruct } from 'constructs';
import type { Problem } from './errors';

/** Who is exposed as which host, in each tree. */
const REGISTRY = new WeakMap<IConstruct, Map<string, Set<IConstruct>>>();

/** Makes known that a microservice is exposed as a host. */
export function claimHost(microservice: IConstruct, host: string): void {
  const { root } = microservice.node;
  const claims = REGISTRY.get(root) ?? new Map<string, Set<IConstruct>>();
  claims.set(host, (claims.get(host) ?? new Set()).add(microservice));
  REGISTRY.set(root, claims);
}

/** What is wrong with the hosts that a microservice is exposed as: of several microservices, only the first by path may have one. */
export function claimedHosts(microservice: IConstruct, hosts: readonly string[]): Problem[] {
  const claims = REGISTRY.get(microservice.node.root);
  return hosts.flatMap((host) => {
    const [first] = [...claims?.get(host) ?? []].map(({ node }) => node.path).sort();
    return first === undefined || first === microservice.node.path ? [] : [{
      code: 'MS2024' as const, message: `the host ${host} is exposed twice`, given: `${first} is exposed as it too`, allowed: 'a host of its own for each microservice', fix: 'state another host for one of them',
    }];
  });
}
