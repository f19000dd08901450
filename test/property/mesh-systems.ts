import * as fc from 'fast-check';
import { Limits, limitsOf } from './mesh-limits';

/** A program on Istio as plain data: microservices, whom they call, and how. */
export interface MeshSystem {
  readonly mesh: {
    readonly trustDomain?: string;
    readonly revision?: string;
    readonly classic: boolean;
    readonly domain: string;
  };
  readonly namespaces: readonly string[];
  readonly services: readonly MeshServiceSpec[];
  readonly externals: readonly MeshExternalSpec[];
  readonly calls: readonly MeshCallSpec[];
}

export interface MeshServiceSpec {
  readonly namespace: number;
  readonly name: string;
  readonly ports: readonly MeshPortSpec[];
  readonly headless: boolean;
  /** In seconds. */
  readonly longestRequest?: number;
}

export interface MeshPortSpec {
  readonly protocol: 'http' | 'grpc' | 'tcp';
  readonly number: number;
  readonly target: number;
  /** True when the ingress gateway leads here. */
  readonly exposed: boolean;
}

export interface MeshExternalSpec {
  readonly namespace: number;
  readonly name: string;
  readonly host: string;
  readonly protocol: 'http' | 'grpc' | 'tls';
  readonly number: number;
  /** Port at which the caller's proxy begins TLS. Undefined without TLS. */
  readonly tlsPort?: number;
  readonly addresses: readonly string[];
}

export interface MeshCallSpec {
  readonly caller: number;
  readonly callee: number;
  readonly isExternal: boolean;
  /** Index of the callee's port. */
  readonly port: number;
  readonly methods: readonly string[];
  readonly paths: readonly string[];
  readonly streaming: boolean;
  /** In milliseconds. */
  readonly timeout?: number;
  readonly retries: number;
}

type Policy = Pick<MeshCallSpec, 'streaming' | 'timeout' | 'retries'>;

/** Valid systems, each with a chance of every shape of call. */
export function meshSystems(): fc.Arbitrary<MeshSystem> {
  return fc
    .record({
      mesh: fc.record(
        {
          trustDomain: fc.constant('td.example'),
          revision: fc.constant('canary'),
          classic: fc.boolean(),
          domain: fc.constantFrom('cluster.local', 'example.org'),
        },
        { requiredKeys: ['classic', 'domain'] },
      ),
      namespaces: fc.integer({ min: 1, max: 3 }).map((count) => ['shop', 'bank', 'depot'].slice(0, count)),
    })
    .chain(({ mesh, namespaces }) =>
      fc
        .record({
          services: fc.uniqueArray(service(namespaces.length), {
            minLength: 2,
            maxLength: 8,
            selector: ({ namespace, name }) => `${namespace}/${name}`,
          }),
          externals: fc
            .array(external(namespaces.length), { maxLength: 3 })
            .map((all) => all.map((make, at) => make(at))),
        })
        .chain(({ services, externals }) =>
          fc
            .array(edge(services, externals), { maxLength: 14 })
            .map((edges) => ({ mesh, namespaces, services, externals, calls: callsOf(edges) })),
        ),
    );
}

function service(namespaces: number): fc.Arbitrary<MeshServiceSpec> {
  const port = fc.record({
    protocol: fc.constantFrom('http' as const, 'grpc' as const, 'tcp' as const),
    number: fc.constantFrom(80, 443, 7070, 9090),
    target: fc.constantFrom(8080, 7070, 9000, 9443),
    exposed: fc.boolean(),
  });
  return fc
    .record(
      {
        namespace: fc.nat(namespaces - 1),
        name: fc.constantFrom('web', 'cart', 'pay', 'ads', 'db'),
        headless: fc.boolean(),
        longestRequest: fc.constantFrom(5, 20),
        ports: fc.uniqueArray(port, {
          minLength: 1,
          maxLength: 3,
          comparator: (a, b) => a.number === b.number || a.target === b.target,
        }),
      },
      { requiredKeys: ['namespace', 'name', 'headless', 'ports'] },
    )
    .map(({ ports, ...rest }) => ({
      ...rest,
      ports: ports.map((each) => ({
        ...each,
        target: rest.headless ? each.number : each.target,
        exposed: each.exposed && each.protocol !== 'tcp',
      })),
    }));
}

/** Every host is another. */
function external(namespaces: number): fc.Arbitrary<(at: number) => MeshExternalSpec> {
  return fc
    .record({
      namespace: fc.nat(namespaces - 1),
      protocol: fc.constantFrom('http' as const, 'grpc' as const, 'tls' as const),
      isAddress: fc.boolean(),
      number: fc.constantFrom(80, 443, 8443),
      byProxy: fc.boolean(),
    })
    .map(({ namespace, protocol, number, isAddress, byProxy }) => (at) => ({
      namespace,
      protocol,
      name: `api-${at}`,
      host: isAddress ? `198.51.100.${10 + at}` : `api-${at}.example.com`,
      // One port speaks one protocol: connections to others would be told apart by it alone.
      number: number + { http: 0, grpc: 1, tls: 2 }[protocol],
      addresses: !isAddress ? ['198.51.100.0/24'] : [],
      ...(byProxy && protocol !== 'tls' && { tlsPort: 9443 }),
    }));
}

interface Edge {
  readonly caller: number;
  readonly callee: number;
  readonly isExternal: boolean;
  readonly port: number;
  readonly limits: readonly Limits[];
  readonly policies: readonly Policy[];
}

function edge(services: readonly MeshServiceSpec[], externals: readonly MeshExternalSpec[]): fc.Arbitrary<Edge> {
  const ends = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .nat(services.length - 1)
        .chain((callee) =>
          fc
            .nat(services[callee]!.ports.length - 1)
            .map((port) => ({ callee, port, isExternal: false, protocol: services[callee]!.ports[port]!.protocol })),
        ),
    },
    ...(externals.length === 0
      ? []
      : [
          {
            weight: 1,
            arbitrary: fc
              .nat(externals.length - 1)
              .map((callee) => ({ callee, port: 0, isExternal: true, protocol: externals[callee]!.protocol })),
          },
        ]),
  );
  const policy = fc
    .record(
      {
        streaming: fc.constantFrom(false, false, false, true),
        timeout: fc.constantFrom(1000, 1500, 4999),
        retries: fc.constantFrom(0, 0, 1, 2, 3),
      },
      { requiredKeys: ['streaming', 'retries'] },
    )
    .map((stated): Policy => (stated.streaming ? { streaming: true, retries: 0 } : stated));
  return ends.chain(({ protocol, ...end }) =>
    fc
      .record({
        caller: fc.nat(services.length - 1),
        limits: limitsOf(protocol),
        policies: fc.array(policy, { minLength: 4, maxLength: 4 }),
      })
      // Bytes have neither timeout nor retries.
      .map((rest) => ({
        ...end,
        ...rest,
        policies:
          protocol === 'tcp' || protocol === 'tls'
            ? rest.policies.map(() => ({ streaming: false, retries: 0 }))
            : rest.policies,
      })),
  );
}

/** The calls of each edge, which is stated once. */
function callsOf(edges: readonly Edge[]): MeshCallSpec[] {
  const once = new Map(
    edges.map((each) => [JSON.stringify([each.caller, each.callee, each.isExternal, each.port]), each]),
  );
  return [...once.values()].flatMap(({ limits, policies, ...ends }) =>
    limits.map((each, at) => ({ ...ends, ...each, ...policies[at]! })),
  );
}
