import { Detail, Rule, Severity, shortList } from '../../../../errors';
import { exposedPorts } from '../../../kubernetes';
import { exposedNumber } from '../../../../values';
import type { IstioUse, MicroserviceInIstio } from './facts';

/** The ingress gateway can carry every exposure. */
export const MS4008: Rule<MicroserviceInIstio> = {
  code: 'MS4008',
  title: 'a gateway cannot carry an exposure',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'An ingress gateway tells microservices apart by host name, so an exposure names a host and a port that ' +
    'speaks HTTP or gRPC. The platform states the gateway.',
  reads: 'exposures of the microservice, ingress gateway of the mesh',

  evaluate: ({ microservice, istio: { ingressGateway } }) => {
    if (ingressGateway === undefined) return [];
    return [...clients(microservice), ...hosts(microservice), ...protocols(microservice)];
  },
};

/** There is a gateway where a microservice is exposed. */
export const MS4008_GATEWAY: Rule<IstioUse> = {
  ...MS4008,

  evaluate: ({ microservices, istio: { ingressGateway } }) => {
    const exposed = microservices.filter(({ exposures, wayIn }) => wayIn.isDefault && exposures.length > 0);
    return exposed.length === 0 || ingressGateway !== undefined
      ? []
      : [
          {
            message: `there is no gateway to expose ${shortList(exposed.map(({ name }) => name))}`,
            given: 'the mesh states no ingressGateway',
            allowed: 'new IstioMesh({ ingressGateway: new IstioIngressGateway() })',
            fix: "state where the platform's gateway runs",
          },
        ];
  },
};

/** Annotations belong to a load balancer of the microservice, which a gateway replaces; sources to one host of it. */
function clients({ name, exposures }: MicroserviceInIstio['microservice']): Detail[] {
  return exposures.flatMap(({ host, allowedSources, annotations }) => [
    ...(allowedSources.length === 0 || host?.startsWith('*') !== true
      ? []
      : [
          {
            message: `the gateway in front of ${name} cannot filter clients of every host`,
            given: `allowedSources were ${allowedSources.join(', ')}, the host was ${host}`,
            allowed: 'allowedSources of exposures under a whole host name: below a wildcard, others may be exposed',
            fix: 'state the host names one by one, each with its allowedSources',
          },
        ]),
    ...(Object.keys(annotations).length === 0
      ? []
      : [
          {
            message: `an exposure of ${name} has annotations of a load balancer`,
            given: `they were ${Object.keys(annotations).sort().join(', ')}`,
            allowed: 'no annotations: the gateway has a load balancer of its own',
            fix: 'leave them out',
          },
        ]),
  ]);
}

function hosts({ name, exposures, ports }: MicroserviceInIstio['microservice']): Detail[] {
  return exposures
    .filter(({ host }) => host === undefined)
    .map((exposure) => ({
      message: `an exposure of ${name} has no host`,
      given: `port ${exposedNumber(exposure, ports) ?? 'not named'}`,
      allowed: 'exposures with a host',
      fix: 'state the host name that clients use',
    }));
}

function protocols(microservice: MicroserviceInIstio['microservice']): Detail[] {
  return exposedPorts(microservice)
    .filter(({ protocol }) => !protocol.hasRequests)
    .map(({ number, protocol }) => ({
      message: `a gateway cannot expose port ${number} of ${microservice.name}`,
      given: `port ${number} speaks ${protocol.name}`,
      allowed: 'ports of HTTP and gRPC',
      fix: 'expose another port',
    }));
}
