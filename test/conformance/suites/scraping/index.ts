import * as path from 'node:path';
import { installCustomResourceDefinitions } from '../../cluster/custom-resource-definitions';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { podsOf, templateOf } from '../../cluster/pods';
import type { RunningPod } from '../../mesh';
import { sleep, until } from '../../processes';
import { Context, Findings, Problem, problemWith, Suite } from '../../suite';
import { MESH_JUDGES } from '../../suite-judges';
import { MeshCluster } from '../istio/mesh-cluster';
import { Prometheus, PROMETHEUS, startOperator } from './prometheus';
import { MONITORING, SELECTOR, SHOP, synthesizeShop } from './program';

const SUBJECT = 'a shop in Istio';
const OWN = 'http_server_request_duration_seconds_count';
const METRICS = `# TYPE http_server_request_duration_seconds histogram\n${OWN}{http_response_status_code="200"} 7\n`;

/** The operator writes a changed configuration within this time. */
const OPERATOR_MILLISECONDS = 3000;

/** Tests monitors and rules with the real Prometheus operator and Prometheus. */
export const scraping: Suite = {
  name: 'scraping',
  decides:
    'Prometheus scrapes each pod of the mesh once, and takes every rule, by what its operator makes of the manifests',
  judges: [...MESH_JUDGES, 'prometheus', 'prometheus-operator'],
  needs: ['namespaces', 'user ids'],
  load: { seconds: 70, cores: 0.6 },
  run: judgeScraping,
};

async function judgeScraping({ judge, findsPlanted, scratch }: Context): Promise<void> {
  const system = synthesizeShop(path.join(scratch, 'shop'));
  const located = (kind: string, name: string) =>
    system.objects.find(({ manifest }) => manifest.kind === kind && manifest.metadata.name === name)!;
  const objects = system.objects.map(({ manifest }) => manifest);
  let cluster: MeshCluster | undefined;
  try {
    let prometheus: Prometheus | undefined;
    let pods: readonly RunningPod[] = [];
    let outsider: RunningPod | undefined;
    await judge(SUBJECT, 'the operator and Prometheus start with what is in the manifests', async () => {
      cluster = await MeshCluster.start('scraping');
      await installCustomResourceDefinitions(cluster.controlPlane.client, new Set(['monitoring.coreos.com']));
      await cluster.admit([...PROMETHEUS, account('prober'), ...objects.filter(({ kind }) => kind === 'Namespace')]);
      await cluster.admit([
        ...objects.filter((manifest) => templateOf(manifest) === undefined && manifest.kind !== 'Namespace'),
        unselected(),
      ]);
      const running = cluster;
      [outsider, ...pods] = (await Promise.all(
        [pod('prober'), ...podsOf(system.objects).map(({ manifest }) => manifest)].map((manifest) =>
          running.kubelet.run(manifest),
        ),
      )) as [RunningPod, ...RunningPod[]];
      await cluster.settle();
      await podOf(pods, 'checkout').application.behaves({
        otherwise: { headers: { 'content-type': 'text/plain; version=0.0.4' }, body: METRICS },
      });
      await startOperator(cluster.controlPlane);
      prometheus = await Prometheus.start(cluster.controlPlane, 2);
      return { judged: objects.length, problems: [] };
    });
    if (prometheus === undefined || cluster === undefined || outsider === undefined) return;
    const [judged, running, stranger] = [prometheus, cluster, outsider];
    const scraped = () =>
      judgeTargets(judged, pods, (name, message) => problemWith(located('PodMonitor', name), message));
    await judge(SUBJECT, 'each pod is scraped once, and no other', scraped);
    await judge(
      SUBJECT,
      "series of the application, merged with the proxy's, have the labels that rules select by",
      () => judgeSeries(judged, (message) => problemWith(located('PodMonitor', 'checkout'), message)),
    );
    await judge(SUBJECT, 'every rule is evaluated without an error', () =>
      judgeEvaluation(judged, (message) => problemWith(located('PrometheusRule', 'checkout'), message)),
    );
    await judge(SUBJECT, 'a neighbour without access does not reach the port of the metrics', async () => {
      const { address } = podOf(pods, 'checkout');
      const [result] = await stranger.application.call({ url: `http://${address}:9090/metrics`, timeoutSeconds: 5 });
      return {
        judged: 1,
        problems:
          result.status === 200
            ? [
                problemWith(
                  located('Deployment', 'checkout'),
                  'a pod outside of the mesh read its metrics in plain text',
                ),
              ]
            : [],
      };
    });
    await findsPlanted(
      {
        name: 'a second monitor of the same pods',
        object: `PodMonitor ${SHOP}/checkout`,
        message: /the pod is 2 targets/,
      },
      async () => {
        await running.admit([selected(unselected())]);
        await sleep(OPERATOR_MILLISECONDS);
        const findings = await judgeTargets(await Prometheus.start(running.controlPlane, 3), pods, (name, message) =>
          problemWith(located('PodMonitor', name), message),
        );
        await running.admit([unselected()]);
        return findings;
      },
    );
    await findsPlanted(
      {
        name: 'a monitor that asks a port that needs a certificate',
        object: `PodMonitor ${SHOP}/checkout`,
        message: /is down/,
      },
      async () => {
        const monitor = located('PodMonitor', 'checkout').manifest;
        await running.admit([
          {
            ...monitor,
            spec: {
              ...monitor.spec,
              podMetricsEndpoints: [{ port: 'http-metrics', path: '/metrics', interval: '30s' }],
            },
          },
        ]);
        await sleep(OPERATOR_MILLISECONDS);
        return judgeTargets(await Prometheus.start(running.controlPlane, 2), pods, (name, message) =>
          problemWith(located('PodMonitor', name), message),
        );
      },
    );
  } finally {
    await cluster?.stop();
  }
}

type At = (name: string, message: string) => Problem;

/** Every pod is a target that is up, once; nothing else is one. */
async function judgeTargets(prometheus: Prometheus, pods: readonly RunningPod[], at: At): Promise<Findings> {
  await until(
    async () =>
      (await prometheus.targets()).length > 0 &&
      (await prometheus.targets()).every(({ health }) => health !== 'unknown'),
    60,
  ).catch(() => undefined);
  const targets = await prometheus.targets();
  const problems = pods.flatMap(({ manifest: { metadata } }): Problem[] => {
    const own = targets.filter(({ labels }) => labels.pod === metadata.name && labels.namespace === metadata.namespace);
    const down = own.filter(({ health }) => health !== 'up');
    return [
      ...(own.length === 1
        ? []
        : [at(metadata.name, `the pod is ${own.length} targets: ${own.map(({ scrapeUrl }) => scrapeUrl).join(', ')}`)]),
      ...down.map(({ scrapeUrl, lastError }) => at(metadata.name, `${scrapeUrl} is down: ${lastError}`)),
    ];
  });
  const others = targets.filter(
    ({ labels }) => !pods.some(({ manifest: { metadata } }) => metadata.name === labels.pod),
  );
  return {
    judged: targets.length,
    problems: [
      ...problems,
      ...others.map(({ scrapePool, scrapeUrl }) => ({ message: `${scrapeUrl} is scraped too, by ${scrapePool}` })),
    ],
  };
}

async function judgeSeries(prometheus: Prometheus, at: (message: string) => Problem): Promise<Findings> {
  const wanted = [
    `${OWN}{namespace="${SHOP}",job="checkout"}`,
    `envoy_cluster_upstream_cx_total{namespace="${SHOP}",job="checkout"}`,
    `up{namespace="${SHOP}",job="frontend"} == 1`,
  ];
  const found = await Promise.all(
    wanted.map(async (expression) => ({ expression, series: await prometheus.query(expression) })),
  );
  return {
    judged: wanted.length,
    problems: found
      .filter(({ series }) => series.length === 0)
      .map(({ expression }) => at(`there is no ${expression}`)),
  };
}

async function judgeEvaluation(prometheus: Prometheus, at: (message: string) => Problem): Promise<Findings> {
  const rules = async () =>
    (await prometheus.rules()).flatMap((group) =>
      (group.rules as any[]).map((rule) => ({ ...rule, group: group.name })),
    );
  await until(
    async () => (await rules()).length > 0 && (await rules()).every(({ health }) => health !== 'unknown'),
    60,
  ).catch(() => undefined);
  const evaluated = await rules();
  return {
    judged: evaluated.length,
    problems: evaluated
      .filter(({ health }) => health !== 'ok')
      .map(({ group, name, health, lastError }) => at(`${group} ${name} is ${health}: ${lastError}`)),
  };
}

function podOf(pods: readonly RunningPod[], name: string): RunningPod {
  return pods.find(({ manifest }) => manifest.metadata.name === name)!;
}

/** A monitor of somebody's that lacks the platform's label. */
function unselected(): KubernetesObject {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: { name: 'unselected', namespace: SHOP },
    spec: { selector: {}, podMetricsEndpoints: [{ port: 'http', path: '/metrics' }] },
  };
}

/** The same with the label that the platform selects by. */
function selected(monitor: KubernetesObject): KubernetesObject {
  return { ...monitor, metadata: { ...monitor.metadata, labels: SELECTOR } };
}

function account(name: string): KubernetesObject {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: MONITORING } };
}

function pod(name: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: MONITORING, labels: { 'app.kubernetes.io/name': name } },
    spec: { serviceAccountName: name, containers: [{ name, image: 'application' }] },
  };
}
