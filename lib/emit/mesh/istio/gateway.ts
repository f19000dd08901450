import type { IGateway } from '@kubernetes-models/istio/networking.istio.io/v1/Gateway';
import { exposureName } from '../../kubernetes';
import { type DeploymentWorkload, exposedEdges, type GatewayCertificate, unique } from '../../../program';
import type { IstioIngressGateway } from './ingress-gateway';

type Server = NonNullable<NonNullable<IGateway['spec']>['servers']>[number];

/** Exposed workload, as far as its gateway depends on it. */
export type GatewayFacts = Pick<
  DeploymentWorkload,
  'name' | 'namespace' | 'exposures' | 'ports' | 'endpoint' | 'certificates'
>;

/** A host that a gateway takes requests for. */
export interface ServedHost {
  readonly host: string;
  readonly tlsSecret: string | undefined;
  /** True where clients of plain HTTP are sent to HTTPS. */
  readonly redirects: boolean;
}

/**
 * Hosts of a microservice at the ingress gateway, and those of others that share a certificate whose server is here.
 *
 * A client sends requests for every host of a certificate over one connection, which leads to one server.
 */
export function gatewaySpec(facts: GatewayFacts, gateway: IstioIngressGateway): NonNullable<IGateway['spec']> {
  return {
    selector: { ...gateway.labels },
    servers: servedHosts(facts).flatMap((served, at, all) => {
      const certificate = facts.certificates.find(({ secret }) => secret === served.tlsSecret);
      const isFirst = all.findIndex(({ tlsSecret }) => tlsSecret === served.tlsSecret) === at;
      return [
        plain(served, gateway),
        ...(certificate !== undefined && isFirst && isOwner(facts, certificate)
          ? [encrypted(facts, served.host, certificate, gateway.httpsPort)]
          : []),
      ];
    }),
  };
}

/** Gateways whose requests the microservice takes: its own, and those with the servers of its certificates. */
export function gatewaysOf(facts: GatewayFacts): string[] {
  const { namespace, name, certificates } = facts;
  const others = certificates
    .filter((certificate) => !isOwner(facts, certificate))
    .map(({ owner }) => gatewayOf(owner));
  return [gatewayOf({ namespace, name }), ...unique(others)];
}

/** Hosts of a microservice behind the gateway, each once. */
export function servedHosts(facts: Pick<GatewayFacts, 'exposures' | 'ports' | 'endpoint'>): ServedHost[] {
  const byHost = new Map<string, ServedHost>();
  for (const { host, exposure } of exposedEdges(facts)) {
    const { tlsSecret, httpsRedirect = true } = exposure;
    if (byHost.get(host)?.tlsSecret === undefined)
      byHost.set(host, { host, tlsSecret, redirects: tlsSecret !== undefined && httpsRedirect });
  }
  return [...byHost.values()];
}

/** Text of a host in names: they have no asterisk. */
export function hostName(host: string): string {
  return host.replace('*', 'any');
}

function gatewayOf({ namespace, name }: GatewayCertificate['owner']): string {
  return `${namespace}/${exposureName(name)}`;
}

function isOwner({ namespace, name }: GatewayFacts, { owner }: GatewayCertificate): boolean {
  return owner.namespace === namespace && owner.name === name;
}

function plain({ host, redirects }: ServedHost, { httpPort, acmeChallenges }: IstioIngressGateway): Server {
  return {
    port: { number: httpPort, name: `http-${hostName(host)}`, protocol: 'HTTP' },
    // With `./`, only VirtualServices of the namespace of the Gateway bind to the host.
    hosts: [`./${host}`],
    // It would hold for the routes of challenges too.
    ...(redirects && !acmeChallenges && { tls: { httpsRedirect: true } }),
  };
}

function encrypted(
  { namespace }: GatewayFacts,
  host: string,
  { secret, hosts }: GatewayCertificate,
  number: number,
): Server {
  return {
    port: { number, name: `https-${hostName(host)}`, protocol: 'HTTPS' },
    hosts: hosts.map((each) => `${each.namespace === namespace ? '.' : each.namespace}/${each.host}`),
    tls: { mode: 'SIMPLE', credentialName: secret, minProtocolVersion: 'TLSV1_2' },
  };
}
