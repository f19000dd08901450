import { Context, Findings, Suite } from '../../suite';
import { MeshCluster } from '../istio/mesh-cluster';
import { agreement } from './agreement';
import { probesOf } from './probes';
import { RunningSystems } from './running';
import { send } from './send';
import { placedSystems } from './systems';

/** Whether real proxies treat every request of random systems as the simulator of the property tests says. */
export const randomTraffic: Suite = {
  name: 'random-traffic',
  decides: 'the simulator of the property tests says of every request in random systems what real proxies do with it',
  judges: [
    'etcd',
    'kube-apiserver',
    'kube-controller-manager',
    'kube-scheduler',
    'kwok',
    'kwok-stages',
    'crds',
    'istioctl',
    'pilot-discovery',
    'pilot-agent',
    'envoy',
    'envoy-bootstrap',
  ],
  needs: ['namespaces', 'user ids'],
  run: async (context) => {
    let cluster: MeshCluster | undefined;
    try {
      const systems = placedSystems(context.seed);
      const subject = `${systems.length} systems, seed ${context.seed}`;
      let started: RunningSystems | undefined;
      await context.judge(subject, 'a control plane with Istio and a pod of every workload boots', async () => {
        cluster = await MeshCluster.start('random-traffic');
        started = await RunningSystems.start(cluster, systems);
        return { judged: started.pods.length, problems: [] };
      });
      if (started === undefined) return;
      await judgeTraffic(
        context,
        subject,
        started,
        systems.map(({ system }) => system),
      );
    } finally {
      await cluster?.stop();
    }
  },
};

async function judgeTraffic(
  { judge }: Context,
  subject: string,
  running: RunningSystems,
  systems: Parameters<typeof probesOf>[0],
): Promise<void> {
  const probes = probesOf(systems);
  await judge(subject, 'the simulator agrees', async (): Promise<Findings> => {
    const start = Date.now();
    const reached = await send(running, probes);
    require('node:fs').writeFileSync('/tmp/reached.json', JSON.stringify({ manifests: running.manifests(), reached }));
    process.stderr.write(`${probes.length} in ${Date.now() - start} ms\n`);
    return agreement(running, running.manifests(), reached);
  });
}
