import { KindSchema, Schema } from './closed-schema';
import { list, mapOf, metadata, number, object, text } from './schemas';

const GROUP = 'gateway.networking.k8s.io';
const parents = list(object({ name: text, namespace: text, sectionName: text }, ['name']));
const backends = list(object({ name: text, port: number }, ['name', 'port']));
const headerChange = object({ set: list(object({ name: text, value: text }, ['name', 'value'])), remove: list(text) });
const filters = list(
  object(
    {
      type: { enum: ['RequestHeaderModifier', 'RequestRedirect'] },
      requestHeaderModifier: headerChange,
      requestRedirect: object({ scheme: text, statusCode: number }),
    },
    ['type'],
  ),
);

/** A route with the fields of its rules. */
function route(rule: Record<string, Schema>): Schema {
  return object({ parentRefs: parents, hostnames: list(text), rules: list(object(rule)) }, ['parentRefs', 'rules']);
}

const path = object({ type: { enum: ['Exact', 'PathPrefix'] }, value: text }, ['type', 'value']);
const grpcMethod = object({ type: { enum: ['Exact'] }, service: text, method: text }, ['type']);
const connections = route({ backendRefs: backends });
const listener = object(
  {
    name: text,
    port: number,
    protocol: { enum: ['HTTP', 'HTTPS', 'TLS', 'TCP', 'UDP'] },
    hostname: text,
    tls: object({
      mode: { enum: ['Terminate', 'Passthrough'] },
      certificateRefs: list(object({ name: text, namespace: text }, ['name'])),
    }),
    allowedRoutes: object({ namespaces: object({ from: text, selector: object({ matchLabels: mapOf(text) }) }) }),
  },
  ['name', 'port', 'protocol'],
);
const granted = list(object({ group: text, kind: text, namespace: text, name: text }, ['group', 'kind']));

const SPECS: Readonly<Record<string, Schema>> = {
  'v1/HTTPRoute': route({
    matches: list(object({ path, method: text })),
    filters,
    backendRefs: backends,
    timeouts: object({ request: text }),
    retry: object({ attempts: number }),
  }),
  'v1/GRPCRoute': route({ matches: list(object({ method: grpcMethod })), filters, backendRefs: backends }),
  'v1/TLSRoute': connections,
  'v1/TCPRoute': connections,
  'v1/UDPRoute': connections,
  'v1/Gateway': object({ gatewayClassName: text, listeners: list(listener) }, ['gatewayClassName', 'listeners']),
  'v1beta1/ReferenceGrant': object({ from: granted, to: granted }, ['from', 'to']),
};

/**
 * Kinds of the Gateway API, of which no package among the tools has types: the fields that the library may state, as
 * https://github.com/kubernetes-sigs/gateway-api/tree/v1.6.3/config/crd/standard has them.
 */
export const GATEWAY_API_KINDS: Readonly<Record<string, KindSchema>> = Object.fromEntries(
  Object.entries(SPECS).map(([id, spec]) => [
    `${GROUP}/${id}`,
    {
      schema: object(
        {
          apiVersion: { enum: [`${GROUP}/${id.split('/')[0]}`] },
          kind: { enum: [id.split('/')[1]!] },
          metadata,
          spec,
        },
        ['apiVersion', 'kind', 'metadata', 'spec'],
      ),
    },
  ]),
);
