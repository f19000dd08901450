import { Context, Findings, Suite } from '../../suite';
import { MESH_JUDGES } from '../../suite-judges';
import { MeshCluster } from '../istio/mesh-cluster';
import { judgeProxies } from '../istio/proxies';
import { agreement } from './agreement';
import { attemptsAmong, judgeAttempts } from './attempts';
import { judgeAuthorization, judgeDeclared, judgeScopes } from './declared';
import { judgePlanted } from './planted';
import { fewOfEach, Probe, probesOf } from './probes';
import { RunningSystems } from './running';
import { Reached, send } from './send';
import { placedSystems } from './systems';

/** Tests that real proxies treat every request of random systems as the simulator of the property tests says. */
export const randomTraffic: Suite = {
  name: 'random-traffic',
  decides:
    'real proxies do with every request in random systems what the systems state, and what the simulator of the ' +
    'property tests says',
  judges: MESH_JUDGES,
  needs: ['namespaces', 'user ids'],
  load: { seconds: 125, cores: 0.7 },
  run: async (context) => {
    const systems = placedSystems(context.seed);
    const subject = `${systems.length} systems, seed ${context.seed}`;
    let cluster: MeshCluster | undefined;
    let started: RunningSystems | undefined;
    try {
      await context.judge(subject, 'a control plane with Istio and a pod of every workload boots', async () => {
        cluster = await MeshCluster.start('random-traffic');
        started = await RunningSystems.start(cluster, systems);
        return { judged: started.pods.length, problems: [] };
      });
      if (started !== undefined)
        await judgeRunning(context, subject, started, probesOf(systems.map(({ system }) => system)));
    } finally {
      await started?.stop();
      await cluster?.stop();
    }
  },
};

async function judgeRunning(
  context: Context,
  subject: string,
  running: RunningSystems,
  probes: readonly Probe[],
): Promise<void> {
  const { judge } = context;
  const agrees = (reached: readonly Reached[], ...without: string[]): Promise<Findings> =>
    Promise.resolve(agreement(running, running.manifests(without), reached));
  const alone = async (
    kind: 'Sidecar' | 'AuthorizationPolicy',
    statement: string,
    layer: typeof judgeScopes,
  ): Promise<void> => {
    let reached: readonly Reached[] = [];
    await judge(subject, statement, async () => {
      const removed = running.manifests().filter((each) => each.kind === kind);
      reached = await running.under({ removed }, () => send(running, fewOfEach(probes)));
      return layer(running, reached);
    });
    await judge(subject, `without any ${kind}: the simulator says the same`, () => agrees(reached, kind));
  };

  await judge(subject, 'every proxy takes all of its configuration', () => judgeProxies(running));
  let reached: readonly Reached[] = [];
  await judge(subject, 'exactly the stated requests are answered, in the stated time', async (): Promise<Findings> => {
    reached = await send(running, probes);
    return judgeDeclared(running, reached);
  });
  await judge(subject, 'the simulator says the same of each, of its route and of where it arrives', () =>
    agrees(reached),
  );
  await judge(subject, 'what fails is tried again as it is stated, and as the simulator says', () =>
    judgeAttempts(running, attemptsAmong(probes)),
  );
  await alone('Sidecar', 'authorization alone refuses the others', judgeAuthorization);
  await alone('AuthorizationPolicy', 'scopes alone keep from what is not called', judgeScopes);
  await judgePlanted(context, running, probes, reached);
}
