import * as path from 'node:path';
import { applyAll, problemsOf } from '../../cluster/apply';
import { PrometheusStandIn } from '../../cluster/prometheus-stand-in';
import type { LocatedObject, System } from '../../manifests';
import { Context, Findings, problemWith, Suite } from '../../suite';
import { CLUSTER_JUDGES } from '../../suite-judges';
import { SimulatedCluster, withCluster } from '../cluster-behaviour/simulated-cluster';
import { LocatedQuery, parses } from '../prometheus/parses';
import { hasMetrics, isMadeAsStated } from './autoscalers';
import { asking, changed, prometheusTriggers, scaledObjectsAmong } from './input';
import { startKeda } from './installation';
import { startScaler } from '../scale-to-zero/add-on';
import { SCALER } from '../scale-to-zero/program';
import { DEFECTS, plantedIn } from './planted';
import { MAIL, PER_REPLICA, REPORTS, SECRET, workers } from './program';
import { isReady, missesOnlyBrokers } from './readiness';
import { applyAgain, follows, reach, stays } from './replicas';

const WORKERS = 'workers';
/** A load within the bounds of everything that is judged, and one beyond. */
const SOME_REPLICAS = 7;
const MANY_REPLICAS = 1000;
/** In the place of the half minute, and of the five minutes, that pass in a cluster. */
const POLLING_SECONDS = 1;
const COOLDOWN_SECONDS = 5;
/** Longer than a cooldown, and than the failures after which KEDA falls back. */
const ABSENCE_SECONDS = 15;

/** Runs real KEDA on ScaledObjects. */
export const keda: Suite = {
  name: 'keda',
  decides:
    'real KEDA takes every ScaledObject, makes its HorizontalPodAutoscaler as stated, follows loads, backlogs and ' +
    'schedules, and scales to zero and back',
  judges: [
    ...CLUSTER_JUDGES,
    'keda-operator',
    'keda-admission-webhooks',
    'keda-metrics-apiserver',
    'keda-http-scaler',
    'promtool',
  ],
  needs: ['namespaces', 'openssl'],
  load: { seconds: 86, cores: 0.6 },
  run: async (context) => {
    const prometheus = await PrometheusStandIn.start();
    try {
      const systems = context.systems
        .filter(({ objects }) => scaledObjectsAmong(objects).length > 0)
        .map((system) => ({
          ...system,
          objects: asking(system.objects, prometheus.url, `${SCALER.host}:${SCALER.port}`),
        }));
      const works = workers(context.scratch, prometheus.url);
      const hastened = [...works.objects, { ...works.objects[0]!, manifest: SECRET }].map((object) =>
        object.manifest.kind === 'ScaledObject' && object.manifest.metadata.name === MAIL
          ? changed(object, ({ spec }) =>
              Object.assign(spec, { pollingInterval: POLLING_SECONDS, cooldownPeriod: COOLDOWN_SECONDS }),
            )
          : object,
      );
      const queries = (objects: readonly LocatedObject[]): LocatedQuery[] => prometheusTriggers(objects);
      for (const { name, objects } of [...systems, { ...works, name: WORKERS }].filter(
        ({ objects: all }) => queries(all).length > 0,
      ))
        await context.judge(name, 'every query of a trigger parses', () =>
          parses(queries(objects), path.join(context.scratch, `queries-${path.basename(name)}`)),
        );
      for (const { query } of [...systems.flatMap(({ objects }) => queries(objects)), ...queries(hastened)])
        prometheus.values.set(query, 0);
      const planted = plantedIn(hastened, MAIL);
      await withCluster(
        'keda',
        [...systems.flatMap(({ objects }) => objects), ...hastened, ...Object.values(planted).flat()],
        async (cluster) => {
          await startKeda(cluster);
          await startScaler(cluster);
          for (const system of systems) await judgeSystem(context, cluster, system, prometheus);
          await judgeWorkers(context, cluster, { ...works, name: WORKERS, objects: hastened }, prometheus);
          await judgePlanted(context, cluster, planted, prometheus);
          await context.judge('Prometheus', 'was asked every query as it is stated, and no other', () =>
            Promise.resolve(
              asked(
                [...systems.flatMap(({ objects }) => queries(objects)), ...queries(hastened)],
                queries(planted.mistaken),
                prometheus,
              ),
            ),
          );
        },
      );
    } finally {
      prometheus.stop();
    }
  },
};

async function judgeSystem(
  { judge }: Context,
  { client }: SimulatedCluster,
  { name, objects }: System,
  prometheus: PrometheusStandIn,
): Promise<void> {
  const scaled = scaledObjectsAmong(objects);
  const triggers = prometheusTriggers(objects);
  await judge(name, 'KEDA takes every ScaledObject', async () =>
    merged([await applied(client, objects), await isReady(client, scaled)]),
  );
  await judge(name, 'the HorizontalPodAutoscaler that it makes has name, bounds, behaviour and target as stated', () =>
    isMadeAsStated(client, scaled, objects),
  );
  if (triggers.length === 0) return;
  await judge(name, 'the controller has a number for each', () =>
    hasMetrics(
      client,
      triggers.map(({ object }) => object),
    ),
  );
  await judge(name, `a load for ${SOME_REPLICAS} replicas has ${SOME_REPLICAS}`, () =>
    follows(client, prometheus, triggers, SOME_REPLICAS),
  );
  await judge(name, 'applied again, nothing changes, and no number of replicas', () => applyAgain(client, objects));
  await judge(name, 'a load beyond the bounds has as many as may be', () =>
    follows(client, prometheus, triggers, MANY_REPLICAS),
  );
}

async function judgeWorkers(
  { judge }: Context,
  { client }: SimulatedCluster,
  { name, objects }: System,
  prometheus: PrometheusStandIn,
): Promise<void> {
  const scaled = scaledObjectsAmong(objects);
  const named = (which: string) => scaled.filter(({ manifest }) => manifest.metadata.name === which);
  const brokers = scaled.filter(({ manifest }) => ![MAIL, REPORTS.name].includes(manifest.metadata.name));
  const backlog = (messages: number) => {
    for (const { query } of prometheusTriggers(named(MAIL))) prometheus.values.set(query, messages);
  };
  await judge(name, 'KEDA takes what asks Prometheus, and what follows a schedule', async () =>
    merged([await applied(client, objects), await isReady(client, [...named(MAIL), ...named(REPORTS.name)])]),
  );
  await judge(name, 'without work, no replica runs', () => reach(client, named(MAIL), () => 0));
  await judge(name, 'once something waits, one replica starts', async () => {
    backlog(1);
    return reach(client, named(MAIL), () => 1);
  });
  await judge(name, 'as many follow as the backlog needs', async () => {
    backlog(PER_REPLICA * 4);
    return reach(client, named(MAIL), () => 4);
  });
  await judge(name, 'applied again, nothing changes, and no number of replicas', () => applyAgain(client, objects));
  await judge(name, 'while nothing says how much waits, as many stay', async () => {
    absent(prometheus, named(MAIL));
    return stays(client, named(MAIL), 4, ABSENCE_SECONDS);
  });
  await judge(name, 'once nothing waits, and a cooldown has passed, no replica runs', async () => {
    prometheus.absent.clear();
    backlog(0);
    return reach(client, named(MAIL), () => 0);
  });
  await judge(name, 'while nothing says how much waits, one replica starts', async () => {
    absent(prometheus, named(MAIL));
    return reach(client, named(MAIL), () => 1).finally(() => prometheus.absent.clear());
  });
  await judge(name, 'a schedule that has begun has its replicas', () =>
    reach(client, named(REPORTS.name), () => REPORTS.replicas),
  );
  await judge(name, 'KEDA reads every trigger and its credentials, and misses nothing but the broker', () =>
    missesOnlyBrokers(client, brokers),
  );
}

async function judgePlanted(
  { findsPlanted }: Context,
  { client }: SimulatedCluster,
  planted: ReturnType<typeof plantedIn>,
  prometheus: PrometheusStandIn,
): Promise<void> {
  const scaled = (objects: readonly LocatedObject[]) => scaledObjectsAmong(objects);
  await Promise.all([
    findsPlanted(DEFECTS.mistaken, async () =>
      merged([await applied(client, planted.mistaken), await hasMetrics(client, scaled(planted.mistaken), 20)]),
    ),
    findsPlanted(DEFECTS.uncredited, async () =>
      merged([await applied(client, planted.uncredited), await isReady(client, scaled(planted.uncredited), 15)]),
    ),
    findsPlanted(DEFECTS.secretless, async () =>
      merged([await applied(client, planted.secretless), await isReady(client, scaled(planted.secretless), 15)]),
    ),
    findsPlanted(DEFECTS.contested, () => applied(client, planted.contested)),
    findsPlanted(DEFECTS.trusting, async () => {
      const [object] = scaled(planted.trusting);
      for (const { query } of prometheusTriggers(planted.trusting)) prometheus.values.set(query, PER_REPLICA * 4);
      await applied(client, planted.trusting);
      await reach(client, [object!], () => 4);
      absent(prometheus, planted.trusting);
      return stays(client, [object!], 4, ABSENCE_SECONDS);
    }),
    findsPlanted(DEFECTS.renamed, async () => {
      await applied(client, planted.renamed);
      await isReady(client, scaled(planted.renamed));
      return isMadeAsStated(
        client,
        scaled(planted.renamed).map((object) => changed(object, (manifest) => (manifest.spec.maxReplicaCount -= 1))),
      );
    }),
  ]);
}

/** Has no series answer what the objects ask Prometheus. */
function absent(prometheus: PrometheusStandIn, objects: readonly LocatedObject[]): void {
  for (const { query } of prometheusTriggers(objects)) prometheus.absent.add(query);
}

async function applied(client: SimulatedCluster['client'], objects: readonly LocatedObject[]): Promise<Findings> {
  // KEDA refuses to look for a container in what is not there.
  const [first, then] = [
    objects.filter(({ manifest }) => manifest.kind !== 'ScaledObject'),
    scaledObjectsAmong(objects),
  ];
  const problems = [
    ...problemsOf(await applyAll(client, first)),
    ...problemsOf(await applyAll(client, then.slice(0, 1))),
    ...problemsOf(await applyAll(client, then.slice(1))),
  ];
  return { judged: objects.length, problems: problems.map(({ object, message }) => problemWith(object, message)) };
}

function asked(
  queries: readonly LocatedQuery[],
  planted: readonly LocatedQuery[],
  prometheus: PrometheusStandIn,
): Findings {
  return {
    judged: prometheus.asked.size,
    problems: [
      ...queries
        .filter(({ query }) => !prometheus.asked.has(query))
        .map(({ object }) => problemWith(object, 'KEDA never asked for it')),
      ...[...prometheus.refused]
        .filter((refused) => !planted.some(({ query }) => query === refused))
        .map((query) => ({ message: `Prometheus was asked what nobody stated: ${query}` })),
    ],
  };
}

function merged(all: readonly Findings[]): Findings {
  return {
    judged: all.reduce((sum, { judged }) => sum + judged, 0),
    problems: all.flatMap(({ problems }) => problems),
  };
}
