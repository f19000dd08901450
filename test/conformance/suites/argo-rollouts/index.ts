import * as path from 'node:path';
import { applyAll, problemsOf } from '../../cluster/apply';
import { PrometheusStandIn } from '../../cluster/prometheus-stand-in';
import { until } from '../../processes';
import { Context, Findings, problemWith, Suite } from '../../suite';
import { CLUSTER_JUDGES } from '../../suite-judges';
import type { LocatedObject } from '../../manifests';
import { SimulatedCluster, withCluster } from '../cluster-behaviour/simulated-cluster';
import { takenBack } from './abort';
import { judgeSwitch } from './blue-green';
import { judgeHeader } from './header';
import { judgeMirror } from './mirror';
import { lints, rolloutsAmong } from './lint';
import { isHealthy, look, Moment, observe } from './observed';
import { PLANTED, planted } from './planted';
import { boutiqueProgram, COPIED, Program, shopProgram, STATED } from './program';
import { judgeQuery } from './queries';
import { applyAgain, applyPlainly, Disturbance } from './second-apply';
import { bringOut, judgeWalk, walked, withVersion } from './walk';

const BOUTIQUE = 'Online Boutique';
const SHOP = 'a shop';

/** Statuses that the controller reports by itself. */
const REFUSED = 'orders';

/** Walks Rollouts with the real Argo Rollouts controller. */
export const argoRollouts: Suite = {
  name: 'argo-rollouts',
  decides:
    'the real Argo Rollouts controller walks canaries as stated, takes back what fails, and leaves what is ' +
    'applied again alone',
  judges: [...CLUSTER_JUDGES, 'kubectl', 'rollouts-controller', 'kubectl-argo-rollouts', 'promtool'],
  needs: ['namespaces'],
  load: { seconds: 133, cores: 0.6 },
  run: async (context) => {
    const prometheus = await PrometheusStandIn.start(0);
    try {
      const boutique = boutiqueProgram(context.scratch, prometheus.url);
      const shop = shopProgram(context.scratch, prometheus.url);
      for (const system of [...context.systems, boutique.system, shop.system]) {
        if (rolloutsAmong(system.objects).length > 0)
          await context.judge(system.name, 'kubectl-argo-rollouts lint finds nothing', () => lints(system));
      }
      const template = boutique.system.objects.find(
        ({ manifest: { kind, metadata } }) =>
          kind === 'AnalysisTemplate' && metadata.name === 'checkoutservice-availability',
      )!;
      await context.judge(BOUTIQUE, 'analyses count the failures of declared callers, and from five on', () =>
        judgeQuery(template, path.join(context.scratch, 'queries')),
      );
      await context.findsPlanted(
        {
          name: 'a query that counts any failure',
          object: 'AnalysisTemplate online-boutique/checkoutservice-availability',
          message: /where four fail/,
        },
        () => judgeQuery(anyFailure(template), path.join(context.scratch, 'planted-queries')),
      );
      await withCluster('argo-rollouts', [...boutique.system.objects, ...shop.system.objects], async (cluster) => {
        await Promise.all([judgeBoutique(context, cluster, boutique, prometheus), judgeShop(context, cluster, shop)]);
      });
    } finally {
      prometheus.stop();
    }
  },
};

async function judgeBoutique(
  { judge }: Context,
  cluster: SimulatedCluster,
  { system: { objects }, ownership }: Program,
  prometheus: PrometheusStandIn,
): Promise<void> {
  const { client } = cluster;
  await judge(BOUTIQUE, 'all Rollouts become healthy', () => stands(cluster, objects));
  const rollouts = rolloutsAmong(objects);
  const moments = new Map<LocatedObject, readonly Moment[]>();
  const walks = Promise.all(rollouts.map(async (rollout) => moments.set(rollout, await walked(client, rollout, '2'))));
  await judge(BOUTIQUE, 'applied again in the middle, as GitOps does it, nothing changes', async () => {
    // The last step, at which all requests go to the new version, lasts long enough to apply everything.
    await Promise.all(
      rollouts.map(
        ({
          manifest: {
            metadata: { name, namespace },
          },
        }) =>
          observe(
            client,
            namespace!,
            name,
            ({ routes }) => routes.length > 0 && routes.every(({ weights }) => weights[`${name}-canary`] === 100),
            120,
          ),
      ),
    );
    return applyAgain(
      client,
      objects.map((object) =>
        object.manifest.kind === 'Rollout' ? { ...object, manifest: withVersion(object.manifest, '2') } : object,
      ),
      ownership,
    );
  });
  await walks;
  for (const rollout of rollouts) {
    const { name } = rollout.manifest.metadata;
    await judge(BOUTIQUE, `${name} is brought out by the steps that are stated, at callers and at the gateway`, () =>
      Promise.resolve(judgeWalk(rollout, moments.get(rollout)!, STATED[name]!)),
    );
  }
  await judgeFailure({ judge }, cluster, { objects, rollouts }, prometheus);
}

/** Both versions are under way; what fails is then taken back. */
async function judgeFailure(
  { judge }: Pick<Context, 'judge'>,
  cluster: SimulatedCluster,
  { objects, rollouts }: { readonly objects: readonly LocatedObject[]; readonly rollouts: readonly LocatedObject[] },
  prometheus: PrometheusStandIn,
): Promise<void> {
  const { client } = cluster;
  const said: string[] = [];
  await Promise.all(
    rollouts.map(async (rollout, at) => {
      const { name, namespace } = rollout.manifest.metadata;
      await bringOut(client, rollout, '3');
      await observe(
        client,
        namespace!,
        name,
        ({ routes }) => routes.length > 0 && routes.every(({ weights }) => weights[`${name}-canary`] === 100),
        60,
      );
      const own = objects
        .filter(
          ({ manifest: { kind, metadata } }) =>
            ['Service', 'VirtualService'].includes(kind) && metadata.labels?.['app.kubernetes.io/name'] === name,
        )
        .map(({ manifest }) => manifest);
      const how = at === 0 ? [] : ['--server-side', '--force-conflicts'];
      said.push(`kubectl apply ${how.join(' ')}: ${described(await applyPlainly(cluster, rollout, own, how))}`);
      prometheus.values.set(`${name}-canary`, 0.5);
    }),
  );
  for (const line of said.sort())
    await judge(BOUTIQUE, `in the middle, without regard to owners, ${line}`, () =>
      Promise.resolve({ judged: 1, problems: [] }),
    );
  for (const rollout of rollouts) {
    await judge(BOUTIQUE, `${rollout.manifest.metadata.name} is taken back when it burns its budget`, () =>
      takenBack(client, rollout),
    );
  }
  await judge(BOUTIQUE, 'analyses ask for each objective', () => {
    const missing = rollouts.filter(
      ({
        manifest: {
          metadata: { name },
        },
      }) => [...prometheus.asked].filter((query) => query.includes(`${name}-canary.`)).length < 2,
    );
    return Promise.resolve({
      judged: prometheus.asked.size,
      problems: missing.map((rollout) =>
        problemWith(rollout, 'Prometheus was asked for fewer than two objectives of it'),
      ),
    });
  });
}

function described({ weights, selectors, refused }: Disturbance): string {
  const lasting = (what: string, milliseconds: number | undefined) =>
    milliseconds === undefined ? `${what} stay` : `${what} are wrong for ${milliseconds} ms`;
  return (
    `${lasting('weights', weights)}, ` +
    `${lasting('selectors', selectors)}${refused === undefined ? '' : ` (${refused})`}`
  );
}

async function judgeShop(
  { judge, findsPlanted }: Context,
  cluster: SimulatedCluster,
  { system }: Program,
): Promise<void> {
  const all = planted(system.objects);
  const isRefused = ({ manifest: { metadata } }: LocatedObject) =>
    metadata.labels?.['app.kubernetes.io/name'] === REFUSED;
  const objects = all.filter((object) => !isRefused(object));
  const rollout = (name: string) =>
    objects.find(({ manifest }) => manifest.kind === 'Rollout' && manifest.metadata.name === name)!;
  await judge(SHOP, 'all Rollouts become healthy', () => stands(cluster, objects));
  const walking = Object.entries(PLANTED).filter(([name]) => name !== REFUSED);
  const names = [...walking.map(([name]) => name), 'search'];
  const [switched, ...walks] = await Promise.all([
    switching(cluster, rollout('account')),
    ...names.map((name) => walked(cluster.client, rollout(name), '2')),
  ]);
  const momentsOf = (name: string) => walks[names.indexOf(name)]!;
  const walk = (name: string): Findings => judgeWalk(rollout(name), momentsOf(name), STATED[name]!);
  await judge(SHOP, 'requests with a header alone try the new version', () =>
    Promise.resolve(judgeHeader(rollout('search'), momentsOf('search'))),
  );
  await judge(SHOP, 'then it gets copies of as many requests as are stated, and no others', () =>
    Promise.resolve(judgeMirror(rollout('search'), momentsOf('search'), COPIED)),
  );
  await judge(SHOP, 'then it is brought out by the steps that are stated', () => Promise.resolve(walk('search')));
  await judge(SHOP, 'a blue-green switch leads to one whole version at any time and keeps the old one', () =>
    Promise.resolve(judgeSwitch(rollout('account'), switched)),
  );
  for (const [name, defect] of walking)
    await findsPlanted(defect, () =>
      Promise.resolve(name === 'mail' ? judgeMirror(rollout(name), momentsOf(name), COPIED) : walk(name)),
    );
  await findsPlanted(PLANTED[REFUSED]!, () => stands(cluster, all.filter(isRefused), 15));
}

/** A switch, until the old version is gone. */
async function switching({ client }: SimulatedCluster, object: LocatedObject): Promise<Moment[]> {
  const { name, namespace } = object.manifest.metadata;
  const before = (await look(client, namespace!, name)).rollout.status?.stableRS;
  await bringOut(client, object, '2');
  return observe(
    client,
    namespace!,
    name,
    (moment) => isHealthy(moment) && moment.rollout.status?.stableRS !== before && (moment.ready[before] ?? 0) === 0,
    120,
  );
}

/** Applies a system and waits until its Rollouts have all their replicas. */
async function stands(
  { client }: SimulatedCluster,
  objects: readonly LocatedObject[],
  seconds = 120,
): Promise<Findings> {
  const refused = problemsOf(await applyAll(client, objects)).map(({ object, message }) =>
    problemWith(object, message),
  );
  const rollouts = rolloutsAmong(objects);
  const late = await Promise.all(
    rollouts.map(async (rollout) => {
      const { name, namespace } = rollout.manifest.metadata;
      const ready = async () => {
        const moment = await look(client, namespace!, name);
        return isHealthy(moment) && moment.rollout.spec.replicas >= 3;
      };
      return until(ready, seconds).then(
        () => [],
        async () => [
          problemWith(
            rollout,
            `it is not healthy: ${JSON.stringify((await look(client, namespace!, name)).rollout.status)}`,
          ),
        ],
      );
    }),
  );
  return { judged: rollouts.length, problems: [...refused, ...late.flat()] };
}

/** A template whose query has no guard against few failures. */
function anyFailure(template: LocatedObject): LocatedObject {
  const manifest = structuredClone(template.manifest) as any;
  const { prometheus } = manifest.spec.metrics[0].provider;
  prometheus.query = prometheus.query.replace(') >= 5)', ') >= 1)');
  return { ...template, manifest };
}
