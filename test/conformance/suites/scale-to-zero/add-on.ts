import * as fs from 'node:fs';
import * as net from 'node:net';
import * as path from 'node:path';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { GATEWAY } from '../../isolation';
import { programPath } from '../../judges';
import type { RunningPod } from '../../mesh';
import { freePort } from '../../processes';
import type { SimulatedCluster } from '../cluster-behaviour/simulated-cluster';
import type { MeshCluster } from '../istio/mesh-cluster';
import { SCALER } from './program';

const NAMESPACE = 'keda';
const ACCOUNT = 'keda-add-ons-http-interceptor';
const ADMIN = { service: 'keda-add-ons-http-interceptor-admin', port: 9090 } as const;
const PROXY_PORT = 8080;
const LABELS = {
  'app.kubernetes.io/component': 'interceptor',
  'app.kubernetes.io/name': 'http-add-on',
  'app.kubernetes.io/part-of': 'keda-add-ons-http',
};

/** The objects of the add-on, as its chart makes them, in a namespace of the mesh. */
export const ADD_ON: readonly KubernetesObject[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE, labels: { 'istio-injection': 'enabled' } } },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: ACCOUNT, namespace: NAMESPACE } },
  service('keda-add-ons-http-interceptor-proxy', 'proxy', PROXY_PORT),
  service(ADMIN.service, 'admin', ADMIN.port),
  // The scaler asks pods by their addresses: its proxy, where it has one, sends that in plain text.
  {
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    metadata: { name: 'interceptor', namespace: NAMESPACE },
    spec: {
      selector: { matchLabels: LABELS },
      mtls: { mode: 'STRICT' },
      portLevelMtls: { [ADMIN.port]: { mode: 'PERMISSIVE' } },
    },
  },
];

/** Starts the interceptor in a pod with a sidecar; Services that it leads requests to are there. */
export async function startInterceptor(cluster: MeshCluster): Promise<RunningPod> {
  const { controlPlane, kubelet } = cluster;
  const relay = await relayTo(controlPlane.client.port);
  const kubeconfig = path.join(controlPlane.folder, 'interceptor.kubeconfig');
  fs.writeFileSync(
    kubeconfig,
    fs
      .readFileSync(controlPlane.kubeconfig, 'utf8')
      .replace(`127.0.0.1:${controlPlane.client.port}`, `${GATEWAY}:${relay}`),
  );
  const pod = await kubelet.run({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'interceptor',
      namespace: NAMESPACE,
      labels: LABELS,
      annotations: { 'traffic.sidecar.istio.io/excludeOutboundPorts': `${relay}` },
    },
    spec: {
      serviceAccountName: ACCOUNT,
      containers: [{ name: 'interceptor', image: 'ghcr.io/kedacore/http-add-on-interceptor:0.15.0' }],
    },
  });
  await pod.start({
    name: 'interceptor',
    program: programPath('keda-http-interceptor'),
    env: {
      KUBECONFIG: kubeconfig,
      KEDA_HTTP_PROXY_PORT: `${PROXY_PORT}`,
      KEDA_HTTP_ADMIN_PORT: `${ADMIN.port}`,
      KEDA_HTTP_LOG_REQUESTS: 'true',
    },
    ready: async () => (await fetch(`http://${pod.address}:${ADMIN.port}/readyz`)).ok,
  });
  return pod;
}

/** Starts what tells KEDA of the requests that the interceptor holds. */
export async function startScaler(cluster: SimulatedCluster): Promise<void> {
  await cluster.startServer('keda-http-scaler', programPath('keda-http-scaler'), [], () => listens(SCALER.port), {
    KUBECONFIG: cluster.kubeconfig,
    KEDA_HTTP_SCALER_PORT: `${SCALER.port}`,
    OTEL_PROM_EXPORTER_PORT: `${await freePort()}`,
    KEDA_HTTP_SCALER_TARGET_ADMIN_NAMESPACE: NAMESPACE,
    KEDA_HTTP_SCALER_TARGET_ADMIN_SERVICE: ADMIN.service,
    KEDA_HTTP_SCALER_TARGET_ADMIN_DEPLOYMENT: ACCOUNT,
    KEDA_HTTP_SCALER_TARGET_ADMIN_PORT: `${ADMIN.port}`,
  });
}

/** The API server listens on the loopback interface alone, which pods have one of their own of. */
function relayTo(port: number): Promise<number> {
  const server = net
    .createServer((inside) => {
      const outside = net.connect(port, '127.0.0.1');
      for (const [one, other] of [
        [inside, outside],
        [outside, inside],
      ] as const)
        one.on('error', () => other.destroy()).pipe(other);
    })
    .unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, GATEWAY, () => resolve((server.address() as net.AddressInfo).port));
  });
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net
      .connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      })
      .once('error', () => resolve(false));
  });
}

function service(name: string, port: string, number: number): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: NAMESPACE },
    spec: { selector: LABELS, ports: [{ name: port, port: number, targetPort: number }] },
  };
}
