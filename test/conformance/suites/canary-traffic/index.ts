import { Context, Findings, problemWith, Suite } from '../../suite';
import { MESH_JUDGES } from '../../suite-judges';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';
import { sleep } from '../../processes';
import { rolloutsAmong } from '../argo-rollouts/lint';
import { isHealthy, Moment } from '../argo-rollouts/observed';
import { bringOut } from '../argo-rollouts/walk';
import { analyzeCluster } from '../istio/istioctl';
import { judgeProxies } from '../istio/proxies';
import { Controlled } from './controlled';
import { judgePatience, SLOW_SECONDS } from './patience';
import { COPIED, HEADER, NAME, NAMESPACE, shop, WEIGHTS } from './program';
import { ask, Asking, Caller, unanswered } from './requests';
import { judgeCopies, judgeSplit } from './split';

const SUBJECT = 'a canary in Istio';
const COUNT = 500;
/** The old version, the one that is brought out, and the one that is taken back. */
const [OLD, NEXT, LAST] = ['1', '2', '3'] as const;
const CALLERS: readonly Caller[] = ['frontend', 'office'];

/** Sends requests through real proxies while the real controller walks a rollout. */
export const canaryTraffic: Suite = {
  name: 'canary-traffic',
  decides:
    'while the real Argo Rollouts controller walks a canary and takes one back, real proxies split, copy and ' +
    'route requests as stated, and lose none',
  judges: [...MESH_JUDGES, 'rollouts-controller', 'kubectl-argo-rollouts'],
  needs: ['namespaces', 'user ids'],
  load: { seconds: 176, cores: 0.6 },
  run: async (context) => {
    const system = shop(context.scratch);
    const rollout = rolloutsAmong(system.objects).find(({ manifest }) => manifest.metadata.name === NAME)!;
    let controlled: Controlled | undefined;
    try {
      await context.judge(SUBJECT, 'the controller, its pods and their proxies run', async () => {
        controlled = await Controlled.start(system);
        return judgeProxies({
          istiod: controlled.cluster.istiod,
          inMesh: [...controlled.pods(OLD), ...Object.values(controlled.callers)],
        });
      });
      if (controlled === undefined) return;
      await judgeWhole(context, controlled, rollout, 'is brought out', () => walk(context, controlled!, rollout));
      await judgeWhole(context, controlled, rollout, 'is taken back', () =>
        takeBack(
          context,
          controlled!,
          rollout,
          system.objects.map(({ manifest }) => manifest),
        ),
      );
      await plant(
        context,
        controlled,
        rollout,
        system.objects.map(({ manifest }) => manifest),
      );
    } finally {
      await controlled?.stop();
    }
  },
};

/** Both callers ask without a pause meanwhile. */
async function judgeWhole(
  { judge }: Context,
  controlled: Controlled,
  rollout: LocatedObject,
  words: string,
  doing: () => Promise<void>,
): Promise<void> {
  const asking = new Asking(controlled.callers);
  try {
    await doing();
  } finally {
    const results = await asking.end();
    await judge(SUBJECT, `no request is refused or lost while it ${words}`, () =>
      Promise.resolve({
        judged: results.length,
        problems: unanswered(results).map((message) => problemWith(rollout, message)),
      }),
    );
  }
}

async function walk({ judge }: Context, controlled: Controlled, rollout: LocatedObject): Promise<void> {
  const at = (message: string) => problemWith(rollout, message);
  const { callers } = controlled;
  const splits = (weight: number, version: string = NEXT, tries = false) =>
    ofEach(async (caller) => judgeSplit(await ask(callers[caller], caller, COUNT, { tries }), version, weight, at));
  await bringOut(controlled.cluster.controlPlane.client, rollout, NEXT);
  await judge(SUBJECT, 'requests with the header, and no others, go to the new version', async () => {
    await controlled.until('the route of the header', ({ routes }) =>
      routes.some(({ raw }) => raw.match?.some((match: any) => match.headers?.[HEADER.name] !== undefined)),
    );
    return together([await splits(100, NEXT, true), await splits(0)]);
  });
  await judge(SUBJECT, 'istioctl has nothing against routes that delegate to others', async () => {
    const complaints = (await analyzeCluster(controlled.cluster.controlPlane.kubeconfig)).filter(
      ({ namespace, kind }) => namespace === NAMESPACE && kind === 'VirtualService',
    );
    return {
      judged: 2,
      problems: complaints.map(({ kind, namespace, name, message }) => ({
        object: `${kind} ${namespace}/${name}`,
        message,
      })),
    };
  });
  await judge(
    SUBJECT,
    `the new version gets copies of ${COPIED}% of the requests, of every caller, and nobody gets its answers`,
    async () => {
      await controlled.until('the copies', isCopying);
      const fresh = controlled.pods(NEXT);
      return ofEach((caller) =>
        judgeCopies(caller, callers[caller], fresh, { version: NEXT, percent: COPIED, count: COUNT }, at),
      );
    },
  );
  for (const weight of WEIGHTS) {
    await judge(
      SUBJECT,
      `${weight}% of ${COUNT} requests of each caller go to the new version, and no copies`,
      async () => {
        await controlled.until(
          `the weight ${weight}`,
          (moment) => moves(weight)(moment) && !isCopying(moment) && moment.rollout.status?.pauseConditions?.length > 0,
        );
        return splits(weight);
      },
    );
    await controlled.order('promote');
  }
  await judge(SUBJECT, 'all requests go to the new version before the old one ends', async () => {
    await controlled.until('all requests', moves(100));
    return splits(100);
  });
  await judge(SUBJECT, 'all requests go to the new version in the end', async () => {
    await controlled.until(
      'the end',
      (moment) =>
        isHealthy(moment) &&
        moves(0)(moment) &&
        moment.services[`${NAME}-stable`]?.hash === moment.rollout.status?.currentPodHash,
      120,
    );
    return splits(100);
  });
}

async function takeBack(
  { judge, findsPlanted }: Context,
  controlled: Controlled,
  rollout: LocatedObject,
  objects: readonly KubernetesObject[],
): Promise<void> {
  const at = (message: string) => problemWith(rollout, message);
  const { callers, cluster } = controlled;
  const splits = (version: string, weight: number) =>
    ofEach(async (caller) => judgeSplit(await ask(callers[caller], caller, COUNT), version, weight, at));
  await bringOut(cluster.controlPlane.client, rollout, LAST);
  await judge(SUBJECT, 'with the header, callers wait and try again as their calls state it', async () => {
    await controlled.until('the route of the header', ({ routes }) =>
      routes.some(({ raw }) => raw.match?.some((match: any) => match.headers?.[HEADER.name] !== undefined)),
    );
    await Promise.all(
      controlled
        .pods(LAST)
        .map(({ application }) => application.behaves({ otherwise: { body: LAST, delaySeconds: SLOW_SECONDS } })),
    );
    return judgePatience(callers, controlled.pods(LAST), at);
  });
  await findsPlanted(
    {
      name: "callers' routes without timeout and retries",
      object: `Rollout ${NAMESPACE}/${NAME}`,
      message: /and 1 s are stated/,
    },
    async () => {
      const routes = objects.find(({ kind, metadata }) => kind === 'VirtualService' && metadata.name === NAME)!;
      const silent = {
        ...routes,
        spec: { ...routes.spec, http: routes.spec.http.map(({ timeout, retries, ...rest }: any) => rest) },
      };
      return cluster.under({ applied: [silent] }, [routes], () => judgePatience(callers, controlled.pods(LAST), at));
    },
  );
  await Promise.all(controlled.pods(LAST).map(({ application }) => application.behaves({ otherwise: { body: LAST } })));
  await judge(SUBJECT, 'a version that is taken back gets no more requests', async () => {
    await controlled.until('the copies', isCopying);
    await controlled.order('abort');
    await controlled.until(
      'the way back',
      ({ routes, rollout: { status } }) =>
        status?.abort === true && routes.length === 1 && routes[0]!.weights[`${NAME}-canary`] === 0,
    );
    return splits(LAST, 0);
  });
  await judge(SUBJECT, 'nor does one that had half of them', async () => {
    await bringOut(cluster.controlPlane.client, rollout, `${LAST}-again`);
    // As the plugin does for a step: what lies before it is skipped.
    const { steps } = rollout.manifest.spec.strategy.canary;
    await controlled.until(
      'its first step',
      ({ rollout: { status } }) => status?.abort !== true && status?.currentStepIndex < steps.length,
    );
    while (
      !(await isAt(
        controlled,
        steps.findIndex((step: any) => step.setWeight === WEIGHTS.at(-1)),
      ))
    )
      await controlled.order('promote', '--skip-current-step');
    await controlled.until('its weight', moves(WEIGHTS.at(-1)!));
    const half = await splits(`${LAST}-again`, WEIGHTS.at(-1)!);
    await controlled.order('abort');
    await controlled.until(
      'the way back',
      ({ routes, rollout: { status } }) =>
        status?.abort === true && routes.every(({ weights }) => weights[`${NAME}-canary`] === 0),
    );
    await sleep(1000);
    return together([half, await splits(`${LAST}-again`, 0)]);
  });
}

/** Without the controller, which would put right what is spoilt. */
async function plant(
  { findsPlanted }: Context,
  { controller, cluster, callers }: Controlled,
  rollout: LocatedObject,
  objects: readonly KubernetesObject[],
): Promise<void> {
  await controller.stop();
  const { client } = cluster.controlPlane;
  const routes = objects.find(
    ({ kind, metadata }) => kind === 'VirtualService' && metadata.name === `${NAME}-versions`,
  )!;
  const service = objects.find(({ kind, metadata }) => kind === 'Service' && metadata.name === `${NAME}-canary`)!;
  const judged = async (version: string) =>
    judgeSplit(await ask(callers.frontend, 'frontend', COUNT), version, 50, (message) => problemWith(rollout, message));
  await findsPlanted(
    {
      name: 'a weight of 30 in the place of 50',
      object: `Rollout ${NAMESPACE}/${NAME}`,
      message: /went to the new version/,
    },
    async () => {
      const live = (await client.read(routes)).body;
      const route = live.spec.http[0].route.map((each: any, at: number) => ({ ...each, weight: at === 0 ? 70 : 30 }));
      await client.patch(routes, { spec: { http: [{ ...live.spec.http[0], route }] } });
      await cluster.settle();
      return judged(`${LAST}-again`);
    },
  );
  await findsPlanted(
    {
      name: 'a Service of the new version without pods',
      object: `Rollout ${NAMESPACE}/${NAME}`,
      message: /were not answered/,
    },
    async () => {
      await client.patch(service, { spec: { selector: { 'rollouts-pod-template-hash': 'none' } } });
      await cluster.settle();
      return judged(`${LAST}-again`);
    },
  );
}

async function isAt({ cluster }: Controlled, index: number): Promise<boolean> {
  const { body } = await cluster.controlPlane.client.read({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: NAME, namespace: NAMESPACE },
  });
  await sleep(300);
  return body.status.currentStepIndex >= index;
}

function moves(weight: number): (moment: Moment) => boolean {
  return ({ routes }) => routes.length === 1 && routes[0]!.weights[`${NAME}-canary`] === weight;
}

function isCopying({ routes }: Moment): boolean {
  return routes.some(({ raw }) => raw.mirror !== undefined);
}

async function ofEach(judged: (caller: Caller) => Promise<Findings>): Promise<Findings> {
  return together(await Promise.all(CALLERS.map(judged)));
}

function together(findings: readonly Findings[]): Findings {
  return {
    judged: findings.reduce((sum, { judged }) => sum + judged, 0),
    problems: findings.flatMap(({ problems }) => problems),
  };
}
