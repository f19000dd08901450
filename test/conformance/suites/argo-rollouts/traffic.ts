import * as path from 'node:path';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { podsOf, templateOf } from '../../cluster/pods';
import type { CallResult, RunningPod } from '../../mesh';
import { Context, Findings, problemWith, Suite } from '../../suite';
import { MeshCluster } from '../istio/mesh-cluster';
import { rolloutsAmong } from './lint';
import { shopProgram } from './program';

const SUBJECT = 'a canary in Istio';
const NAME = 'search';
const HASH = 'rollouts-pod-template-hash';
const CALLS = 500;
/** Beyond four standard deviations, chance errs once in 15,000 times. */
const DEVIATIONS = 4;

/** A moment of a canary: the weight, and the versions that both Services lead to. */
interface Stage {
  readonly weight: number;
  readonly stable: 'old' | 'new';
  readonly canary: 'old' | 'new';
}

/** What the controller writes, in its order: a walk to the end, and then one that is taken back. */
const WALK: readonly Stage[] = [
  { weight: 0, stable: 'old', canary: 'new' }, { weight: 20, stable: 'old', canary: 'new' }, { weight: 50, stable: 'old', canary: 'new' }, { weight: 100, stable: 'old', canary: 'new' },
  { weight: 100, stable: 'new', canary: 'new' }, { weight: 0, stable: 'new', canary: 'new' },
];
const TAKEN_BACK: readonly Stage[] = [
  { weight: 0, stable: 'old', canary: 'new' }, { weight: 50, stable: 'old', canary: 'new' }, { weight: 50, stable: 'old', canary: 'old' }, { weight: 0, stable: 'old', canary: 'old' },
];

/** Whether real proxies split requests as weights say, and lose none while weights and selectors change. */
export const canaryTraffic: Suite = {
  name: 'canary-traffic',
  decides: 'real proxies split requests between versions as the weights say, and lose none while a canary walks or is taken back',
  judges: ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok', 'kwok-stages', 'crds', 'istioctl', 'pilot-discovery', 'pilot-agent', 'envoy', 'envoy-bootstrap'],
  needs: ['namespaces', 'user ids'],
  run: judgeTraffic,
};

async function judgeTraffic({ judge, findsPlanted, scratch }: Context): Promise<void> {
  const { system } = shopProgram(path.join(scratch, 'traffic'), 'http://127.0.0.1:9090');
  const objects = system.objects.map(({ manifest }) => manifest);
  const rollout = rolloutsAmong(system.objects).find(({ manifest }) => manifest.metadata.name === NAME)!;
  let cluster: MeshCluster | undefined;
  let caller: RunningPod | undefined;
  try {
    await judge(SUBJECT, 'two versions and a caller run', async () => {
      cluster = await MeshCluster.start('canary-traffic');
      await cluster.admit(objects.filter((manifest) => templateOf(manifest) === undefined && isOfIstio(manifest)));
      await move(cluster, objects, WALK[0]!);
      const [template] = podsOf([rollout]);
      const frontend = podsOf(system.objects.filter(({ manifest: { kind, metadata } }) => kind === 'Deployment' && metadata.name === 'frontend'))[0]!.manifest;
      const pods = await Promise.all([frontend, version(template!.manifest, 'old'), version(template!.manifest, 'new')].map((manifest) => cluster!.kubelet.run(manifest)));
      for (const [at, name] of [[1, 'old'], [2, 'new']] as const) await pods[at]!.application.behaves({ otherwise: { body: name } });
      caller = pods[0]!;
      await cluster.settle();
      return { judged: pods.length, problems: [] };
    });
    if (cluster === undefined || caller === undefined) return;
    const [running, asking] = [cluster, caller];
    for (const stage of WALK.slice(0, 4)) {
      await judge(SUBJECT, `of ${CALLS} requests, ${stage.weight}% go to the new version`, async () => {
        await move(running, objects, stage);
        await running.settle();
        return judgeSplit(await calls(asking), stage.weight, (message) => problemWith(rollout, message));
      });
    }
    for (const [name, stages] of [['walks to its end', WALK], ['is taken back', TAKEN_BACK]] as const) {
      await judge(SUBJECT, `no request is refused or lost while it ${name}`, () => judgeLosses(running, asking, objects, stages, (message) => problemWith(rollout, message)));
    }
    await findsPlanted({ name: 'a weight of 70 in the place of 50', object: `Rollout shop/${NAME}`, message: /went to the new version/ }, async () => {
      await move(running, objects, { weight: 70, stable: 'old', canary: 'new' });
      await running.settle();
      return judgeSplit(await calls(asking), 50, (message) => problemWith(rollout, message));
    });
    await findsPlanted({ name: 'a Service of the new version without pods', object: `Rollout shop/${NAME}`, message: /were not answered/ }, async () => {
      const [service] = services(objects).filter(({ metadata }) => metadata.name === `${NAME}-canary`);
      await running.admit([{ ...service!, spec: { ...service!.spec, selector: { ...service!.spec.selector, [HASH]: 'none' } } }]);
      await running.settle();
      return judgeSplit(await calls(asking), 50, (message) => problemWith(rollout, message));
    });
  } finally {
    await cluster?.stop();
  }
}

function isOfIstio({ apiVersion }: KubernetesObject): boolean {
  return ['v1', 'networking.istio.io/v1', 'security.istio.io/v1'].includes(apiVersion);
}

/** A pod of a version, as the controller's ReplicaSets make it. */
function version(pod: KubernetesObject, hash: string): KubernetesObject {
  return { ...pod, metadata: { ...pod.metadata, name: `${NAME}-${hash}`, labels: { ...pod.metadata.labels, [HASH]: hash } } };
}

/** Writes selectors and then weights, as the controller does. */
async function move(cluster: MeshCluster, objects: readonly KubernetesObject[], { weight, stable, canary }: Stage): Promise<void> {
  const selected = services(objects).map((service) => ({ ...service, spec: { ...service.spec, selector: { ...service.spec.selector, [HASH]: service.metadata.name.endsWith('-stable') ? stable : canary } } }));
  await cluster.admit(selected);
  const virtualService = structuredClone(objects.find(({ kind, metadata }) => kind === 'VirtualService' && metadata.name === NAME)!) as any;
  for (const { route } of virtualService.spec.http) for (const each of route) each.weight = each.destination.host.startsWith(`${NAME}-canary.`) ? weight : 100 - weight;
  await cluster.admit([virtualService]);
}

function services(objects: readonly KubernetesObject[]): KubernetesObject[] {
  return objects.filter(({ kind, metadata }) => kind === 'Service' && [`${NAME}-stable`, `${NAME}-canary`].includes(metadata.name));
}

function calls({ application }: RunningPod, count = CALLS): Promise<readonly CallResult[]> {
  return application.call({ url: `http://${NAME}.shop:8080/`, count, concurrency: 5, timeoutSeconds: 5 });
}

function judgeSplit(results: readonly CallResult[], weight: number, at: (message: string) => ReturnType<typeof problemWith>): Findings {
  const share = weight / 100;
  const expected = share * results.length;
  const found = results.filter(({ body }) => body === 'new').length;
  const most = DEVIATIONS * Math.sqrt(expected * (1 - share));
  return {
    judged: results.length,
    problems: [...unanswered(results).map(at), ...(Math.abs(found - expected) <= most ? [] : [at(`${found} of ${results.length} requests went to the new version: ${weight}% are stated`)])],
  };
}

/** Asks without a pause while stages follow each other. */
async function judgeLosses(cluster: MeshCluster, caller: RunningPod, objects: readonly KubernetesObject[], stages: readonly Stage[], at: (message: string) => ReturnType<typeof problemWith>): Promise<Findings> {
  await move(cluster, objects, stages[0]!);
  await cluster.settle();
  let isOver = false;
  const asking = (async () => {
    const results: CallResult[] = [];
    while (!isOver) results.push(...await calls(caller, 50));
    return results;
  })();
  for (const stage of stages.slice(1)) {
    await move(cluster, objects, stage);
    await cluster.settle();
  }
  isOver = true;
  const results = await asking;
  return { judged: results.length, problems: unanswered(results).map(at) };
}

function unanswered(results: readonly CallResult[]): string[] {
  const lost = results.filter(({ status }) => status !== 200);
  return lost.length === 0 ? [] : [`${lost.length} of ${results.length} requests were not answered: ${[...new Set(lost.map(({ status, error, body }) => `${status ?? error} ${body}`.slice(0, 120)))].join('; ')}`];
}
