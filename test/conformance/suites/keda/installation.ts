import * as fs from 'node:fs';
import * as path from 'node:path';
import { installCustomResourceDefinitions } from '../../cluster/custom-resource-definitions';
import { complaintsOf, KubernetesClient } from '../../cluster/kubernetes-client';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { ConformanceError } from '../../errors';
import { programPath } from '../../judges';
import { makeAuthority, makeCertificate } from '../../mesh';
import { freePort, until } from '../../processes';
import type { SimulatedCluster } from '../cluster-behaviour/simulated-cluster';

/** The namespace that KEDA believes to be in. */
export const NAMESPACE = 'keda';

const HOST = 'localhost';
const METRICS = 'external.metrics.k8s.io';

/**
 * Starts KEDA's operator, its admission webhooks, and what serves metrics to the controller of
 * HorizontalPodAutoscalers, with its kinds.
 */
export async function startKeda(cluster: SimulatedCluster): Promise<void> {
  const { client } = cluster;
  await installCustomResourceDefinitions(client, new Set(['keda.sh', 'eventing.keda.sh']));
  await must(client, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } });
  const certificates = await makeCertificates(path.join(cluster.folder, 'keda'));
  const environment = {
    KUBECONFIG: cluster.kubeconfig,
    POD_NAMESPACE: NAMESPACE,
    KEDA_CLUSTER_OBJECT_NAMESPACE: NAMESPACE,
    WATCH_NAMESPACE: '',
  };
  const grpc = await startOperator(cluster, certificates, environment);
  await Promise.all([
    startMetricsServer(cluster, certificates, environment, grpc),
    startWebhooks(cluster, certificates, environment),
  ]);
}

/** One certificate for all of it: ca.crt, tls.crt and tls.key, as KEDA's own Secret holds them. */
async function makeCertificates(folder: string): Promise<string> {
  fs.mkdirSync(folder, { recursive: true });
  const authority = await makeAuthority(folder, 'ca');
  await makeCertificate(folder, 'tls', HOST, authority);
  return folder;
}

async function startOperator(
  cluster: SimulatedCluster,
  certificates: string,
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const [grpc, health] = [await freePort(), await freePort()];
  await cluster.startServer(
    'keda-operator',
    programPath('keda-operator'),
    [
      `--cert-dir=${certificates}`,
      `--ca-dir=${certificates}`,
      `--metrics-service-bind-address=127.0.0.1:${grpc}`,
      `--health-probe-bind-address=127.0.0.1:${health}`,
      '--metrics-bind-address=0',
    ],
    async () => (await fetch(`http://127.0.0.1:${health}/readyz`)).ok,
    environment,
  );
  return grpc;
}

/**
 * Serves what triggers say as metrics, and has the API server know it: by a name, since nobody routes Services'
 * addresses.
 */
async function startMetricsServer(
  cluster: SimulatedCluster,
  certificates: string,
  environment: Readonly<Record<string, string>>,
  grpc: number,
): Promise<void> {
  const { client, kubeconfig } = cluster;
  const [port, metrics] = [await freePort(), await freePort()];
  const prober = new KubernetesClient(port, '');
  await cluster.startServer(
    'keda-metrics-apiserver',
    programPath('keda-metrics-apiserver'),
    [
      `--secure-port=${port}`,
      '--bind-address=127.0.0.1',
      `--tls-cert-file=${path.join(certificates, 'tls.crt')}`,
      `--tls-private-key-file=${path.join(certificates, 'tls.key')}`,
      `--cert-dir=${certificates}`,
      `--metrics-service-address=${HOST}:${grpc}`,
      `--port=${metrics}`,
      `--lister-kubeconfig=${kubeconfig}`,
      `--authentication-kubeconfig=${kubeconfig}`,
      `--authorization-kubeconfig=${kubeconfig}`,
    ],
    async () => (await prober.request('GET', '/readyz')).status === 200,
    environment,
  );
  prober.close();
  // The API server of the run shows others no certificate by which they would know it.
  const reader = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'conformance-external-metrics' },
    rules: [
      { apiGroups: [METRICS], resources: ['*'], verbs: ['*'] },
      { nonResourceURLs: ['*'], verbs: ['get'] },
    ],
  };
  await must(client, reader);
  await must(client, {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: reader.metadata,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: reader.metadata.name },
    subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'system:unauthenticated' }],
  });
  const service = { name: 'keda-metrics-apiserver', namespace: NAMESPACE };
  await must(client, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: service,
    spec: { type: 'ExternalName', externalName: HOST, ports: [{ port }] },
  });
  await must(client, {
    apiVersion: 'apiregistration.k8s.io/v1',
    kind: 'APIService',
    metadata: { name: `v1beta1.${METRICS}` },
    spec: {
      group: METRICS,
      version: 'v1beta1',
      groupPriorityMinimum: 100,
      versionPriority: 100,
      insecureSkipTLSVerify: true,
      service: { ...service, port },
    },
  });
  await until(async () => (await client.request('GET', `/apis/${METRICS}/v1beta1`)).status === 200, 90);
}

async function startWebhooks(
  cluster: SimulatedCluster,
  certificates: string,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const [port, health] = [await freePort(), await freePort()];
  await cluster.startServer(
    'keda-admission-webhooks',
    programPath('keda-admission-webhooks'),
    [
      `--cert-dir=${certificates}`,
      `--port=${port}`,
      `--health-probe-bind-address=127.0.0.1:${health}`,
      '--metrics-bind-address=0',
    ],
    async () => (await fetch(`http://127.0.0.1:${health}/readyz`)).ok,
    environment,
  );
  const caBundle = fs.readFileSync(path.join(certificates, 'ca.crt')).toString('base64');
  const webhook = (resource: string, name: string) => ({
    name,
    admissionReviewVersions: ['v1'],
    sideEffects: 'None',
    failurePolicy: 'Fail',
    timeoutSeconds: 10,
    clientConfig: { url: `https://${HOST}:${port}/validate-keda-sh-v1alpha1-${name.split('.')[0]!}`, caBundle },
    rules: [
      { apiGroups: ['keda.sh'], apiVersions: ['v1alpha1'], operations: ['CREATE', 'UPDATE'], resources: [resource] },
    ],
  });
  await must(cluster.client, {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: 'keda-admission' },
    webhooks: [
      webhook('scaledobjects', 'scaledobject.keda.sh'),
      webhook('triggerauthentications', 'triggerauthentication.keda.sh'),
      webhook('clustertriggerauthentications', 'clustertriggerauthentication.keda.sh'),
    ],
  });
}

async function must(client: KubernetesClient, object: KubernetesObject): Promise<void> {
  const answer = await client.apply(object, { force: true });
  if (answer.status >= 300)
    throw new ConformanceError(`${object.kind} ${object.metadata.name} is refused: ${complaintsOf(answer).join('; ')}`);
}
