import type { IGateway } from '@kubernetes-models/istio/networking.istio.io/v1/Gateway';
import type { IVirtualService } from '@kubernetes-models/istio/networking.istio.io/v1/VirtualService';
import { unstatedPolicy, DeploymentWorkload } from '../../../program';
import { exposedNumber, Exposure, Port } from '../../../values';
import { throughActivatorFromGateway } from './activator-routes';
import { destinationsOf } from './destinations';
import { httpRoute } from './http-route';
import type { HttpRoute } from './policies';
import type { IstioIngressGateway } from './ingress-gateway';
import { delegating } from './version-routes';

type Server = NonNullable<NonNullable<IGateway['spec']>['servers']>[number];

/** An exposure that a gateway can carry. */
interface Hosted {
  readonly host: string;
  readonly port: Port;
  readonly tlsSecret?: string;
}

/** Hosts of a microservice at the ingress gateway. */
export function gatewaySpec(
  facts: DeploymentWorkload,
  { labels, httpPort, httpsPort }: IstioIngressGateway,
): NonNullable<IGateway['spec']> {
  return {
    selector: { ...labels },
    servers: hosted(facts).flatMap((exposure) => servers(exposure, httpPort, httpsPort)),
  };
}

/** Routes of an ingress gateway to a microservice. */
export function gatewayRoutesSpec(facts: DeploymentWorkload, gateway: string): NonNullable<IVirtualService['spec']> {
  const exposures = hosted(facts);
  const ports = new Set(exposures.map(({ port }) => port));
  return delegating(
    throughActivatorFromGateway(
      {
        hosts: exposures.map(({ host }) => host),
        gateways: [gateway],
        http:
          ports.size === 1
            ? [route(facts, [...ports][0]!, 'default')]
            : exposures.map(({ host, port }) => ({
                ...route(facts, port, host),
                match: [{ authority: { regex: authority(host) } }],
              })),
      },
      facts,
    ),
    facts,
  );
}

/** Ports that the gateway sends requests to. */
export function gatewayPorts(facts: Pick<DeploymentWorkload, 'exposures' | 'ports'>): Port[] {
  return hosted(facts).map(({ port }) => port);
}

function servers({ host, tlsSecret }: Hosted, httpPort: number, httpsPort: number): Server[] {
  // With `./`, only VirtualServices of the namespace of the Gateway bind to the host.
  const hosts = [`./${host}`];
  const http = { number: httpPort, name: `http-${host}`, protocol: 'HTTP' };
  if (tlsSecret === undefined) return [{ port: http, hosts }];
  return [
    { port: http, hosts, tls: { httpsRedirect: true } },
    {
      port: { number: httpsPort, name: `https-${host}`, protocol: 'HTTPS' },
      hosts,
      tls: { mode: 'SIMPLE', credentialName: tlsSecret, minProtocolVersion: 'TLSV1_2' },
    },
  ];
}

function route(facts: DeploymentWorkload, port: Port, routeName: string): HttpRoute {
  return httpRoute({
    name: routeName,
    destinations: destinationsOf(facts),
    port,
    policy: unstatedPolicy(facts.endpoint.workload?.longestRequest ?? facts.settings.values.longestRequest),
  });
}

/** Sorts by host, so that the order of statements has no effect. */
function hosted({ exposures, ports }: Pick<DeploymentWorkload, 'exposures' | 'ports'>): Hosted[] {
  const all = exposures.flatMap(({ host, tlsSecret, ...exposure }: Exposure) => {
    const port = ports.find(({ number }) => number === exposedNumber(exposure, ports));
    return host === undefined || port === undefined || !port.protocol.hasRequests
      ? []
      : [{ host, port, ...(tlsSecret !== undefined && { tlsSecret }) }];
  });
  return all.sort((a, b) => (a.host < b.host ? -1 : 1));
}

/** Host with the port that clients may add to it. */
function authority(host: string): string {
  return `${host.replaceAll('.', '\\.')}(:[0-9]+)?`;
}
