import { parse, stringify } from 'yaml';
import type { KubernetesObject } from '../../cluster/kubernetes-object';

/** Service of the span collector. Tests with traces create it. */
export const COLLECTOR = { namespace: 'collectors', service: 'collector', port: 4317 } as const;

/**
 * The file that a sidecar writes its access log to, in the folder that it runs in: /dev/stdout belongs to another user
 * here.
 */
export const ACCESS_LOG = 'access.log';

/** The header by which a request is found in the log of routes. */
export const PROBE_HEADER = 'x-probe';

/** The extension provider that logs which route a proxy took, and how long it waits for an attempt. */
export const ROUTE_LOG = 'routes';

/** The mesh's extension providers, as docs/observability has them but for names, and one of the tests' own. */
const EXTENSION_PROVIDERS = [
  {
    name: 'json',
    envoyFileAccessLog: {
      path: ACCESS_LOG,
      logFormat: {
        labels: {
          time: '%START_TIME%',
          method: '%REQ(:METHOD)%',
          path: '%REQ(X-ENVOY-ORIGINAL-PATH?:PATH)%',
          protocol: '%PROTOCOL%',
          code: '%RESPONSE_CODE%',
          flags: '%RESPONSE_FLAGS%',
          details: '%RESPONSE_CODE_DETAILS%',
          grpc_status: '%GRPC_STATUS_NUMBER%',
          duration: '%DURATION%',
          authority: '%REQ(:AUTHORITY)%',
          request_id: '%REQ(X-REQUEST-ID)%',
          trace: '%TRACE_ID%',
          upstream: '%UPSTREAM_CLUSTER%',
          downstream: '%DOWNSTREAM_PEER_URI_SAN%',
        },
      },
    },
  },
  {
    name: ROUTE_LOG,
    envoyFileAccessLog: {
      path: ACCESS_LOG,
      logFormat: {
        labels: {
          probe: `%REQ(${PROBE_HEADER})%`,
          route: '%ROUTE_NAME%',
          waits: '%REQ(X-ENVOY-EXPECTED-RQ-TIMEOUT-MS)%',
          cluster: '%UPSTREAM_CLUSTER%',
        },
      },
    },
  },
  {
    name: 'otel',
    opentelemetry: { service: `${COLLECTOR.service}.${COLLECTOR.namespace}.svc.cluster.local`, port: COLLECTOR.port },
  },
];

/** The mesh's configuration with what writes access logs and reports spans where a Telemetry names it. */
export function withExtensionProviders(object: KubernetesObject): KubernetesObject {
  if (object.kind !== 'ConfigMap' || object.metadata.name !== 'istio') return object;
  const data = object.data as Readonly<Record<string, string>>;
  return {
    ...object,
    data: { ...data, mesh: stringify({ ...(parse(data.mesh!) as object), extensionProviders: EXTENSION_PROVIDERS }) },
  };
}
