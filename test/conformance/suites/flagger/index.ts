import * as path from 'node:path';
import { applyAll, problemsOf } from '../../cluster/apply';
import { PrometheusStandIn } from '../../cluster/prometheus-stand-in';
import type { LocatedObject, System } from '../../manifests';
import { Context, Findings, problemWith, Suite } from '../../suite';
import { CLUSTER_JUDGES } from '../../suite-judges';
import { SimulatedCluster, withCluster } from '../cluster-behaviour/simulated-cluster';
import { parses } from '../prometheus/parses';
import { startFlagger } from './controller';
import { isInitialized, isMadeByFlagger } from './initialization';
import { canariesAmong, hastened, queryOf } from './input';
import { isAsModelled, modelledWeights } from './model';
import { Moment, namesOf, observe } from './observed';
import { copiesOf, Copies, defectsOf } from './planted';
import { applyAgain } from './second-apply';
import { judgeTakenBack, judgeWalk, stepsOf, walked } from './walk';

const NEXT = 'v2';
/** Of every request. */
const FAILING = 0.5;

/** Walks Canaries with real Flagger. */
export const flagger: Suite = {
  name: 'flagger',
  decides:
    'real Flagger makes Services and routes of Canaries, walks them as stated, takes back what fails, and is left ' +
    'alone by what is applied again',
  judges: [...CLUSTER_JUDGES, 'flagger', 'promtool'],
  needs: ['namespaces'],
  // Flagger looks at Canaries every 10 s by its own clock: a late look shortens the step that it begins.
  load: { seconds: 131, cores: 0.5, alone: true },
  run: async (context) => {
    for (const system of context.systems.filter(({ objects }) => canariesAmong(objects).length > 0))
      await judgeSystem(context, system);
  },
};

async function judgeSystem(context: Context, system: System): Promise<void> {
  const { judge, findsPlanted, scratch } = context;
  const prometheus = await PrometheusStandIn.start();
  try {
    const objects = hastened(system.objects, prometheus.url);
    const [small] = [...canariesAmong(objects)].sort(
      (a, b) => a.manifest.spec.analysis.stepWeights.length - b.manifest.spec.analysis.stepWeights.length,
    );
    const name = small!.manifest.metadata.name;
    const stepped = canariesAmong(objects).find(
      ({ manifest }) => manifest.spec.analysis.stepWeightPromotion !== undefined,
    )!;
    const names = [name, stepped.manifest.metadata.name] as const;
    const copies = copiesOf(objects, ...names);
    const queries = (among: readonly LocatedObject[]) =>
      among
        .filter(({ manifest }) => manifest.kind === 'MetricTemplate')
        .map((object) => ({ object, query: queryOf(object) }));
    for (const { object, query } of queries([...copies.failing]))
      prometheus.values.set(query, object.manifest.metadata.name.endsWith('-availability') ? FAILING : 0);
    for (const { query } of queries([...objects, ...copies.heavier, ...copies.contested, ...copies.hasty]))
      prometheus.values.set(query, 0);
    await judge(system.name, 'every query of an analysis parses', () =>
      parses(queries(objects), path.join(scratch, 'queries')),
    );
    await findsPlanted(defectsOf(...names).unparsed, () =>
      parses(queries(copies.mistaken), path.join(scratch, 'planted-queries')),
    );
    await withCluster('flagger', [...objects, ...Object.values(copies).flat()], async (cluster) => {
      await startFlagger(cluster, prometheus.url);
      await Promise.all([
        judgeCanaries(context, cluster, { ...system, objects }),
        judgeCopies(context, cluster, copies, names, stepped),
      ]);
      await judge(system.name, 'Prometheus was asked every query as it is stated, and no other', () =>
        Promise.resolve(
          asked(
            queries(objects),
            prometheus,
            queries(copies.mistaken).map(({ query }) => query),
          ),
        ),
      );
    });
  } finally {
    prometheus.stop();
  }
}

async function judgeCanaries(
  { judge }: Context,
  { client }: SimulatedCluster,
  { name, objects }: System,
): Promise<void> {
  const canaries = canariesAmong(objects);
  await judge(name, 'every Canary is initialized', () => stands({ client }, objects, canaries));
  await judge(name, 'Services, routes, destinations and the copy are made by Flagger, and none of them is stated', () =>
    isMadeByFlagger(client, canaries, objects),
  );
  await judge(name, 'what Flagger made is what the simulator of the unit tests makes', async () =>
    merged(await Promise.all(canaries.map((canary) => isAsModelled(client, canary, workloadOf(canary, objects))))),
  );
  await judge(name, 'applied again before a walk, nothing changes', () => applyAgain(client, objects));
  const moments = new Map<LocatedObject, readonly Moment[]>();
  const walks = Promise.all(
    canaries.map(async (canary) =>
      moments.set(canary, await walked(client, canary, workloadOf(canary, objects), NEXT)),
    ),
  );
  await judge(name, 'applied again in the middle of the walks, nothing changes', async () => {
    await Promise.all(
      canaries.map((canary) =>
        observe(client, canary, ({ routes }) => (routes[0]?.[namesOf(canary).canary] ?? 0) > 0, 60),
      ),
    );
    const workloads = canaries.map((canary) => workloadOf(canary, objects));
    // The new version, and all the rest.
    return applyAgain(
      client,
      await Promise.all(
        objects.map(async (object) =>
          workloads.includes(object)
            ? {
                ...object,
                manifest: {
                  ...object.manifest,
                  spec: { ...object.manifest.spec, template: (await client.read(object.manifest)).body.spec.template },
                },
              }
            : object,
        ),
      ),
    );
  });
  await walks;
  for (const canary of canaries) {
    await judge(name, `${canary.manifest.metadata.name} is brought out by the steps that are stated`, () =>
      Promise.resolve(judgeWalk(canary, workloadOf(canary, objects), moments.get(canary)!, NEXT)),
    );
  }
  await judge(name, 'the simulator of the unit tests walks through the same weights', () =>
    Promise.resolve({
      judged: canaries.length,
      problems: canaries.flatMap((canary) => {
        const [real, modelled] = [
          stepsOf(moments.get(canary)!, namesOf(canary).canary),
          modelledWeights(canary, objects),
        ];
        return real.join(', ') === modelled.join(', ')
          ? []
          : [
              problemWith(
                canary,
                `Flagger's weights were ${real.join(', ')}, and the simulator's are ${modelled.join(', ')}`,
              ),
            ];
      }),
    }),
  );
}

async function judgeCopies(
  { judge, findsPlanted }: Context,
  cluster: SimulatedCluster,
  copies: Copies,
  names: readonly [string, string],
  stepped: LocatedObject,
): Promise<void> {
  const { client } = cluster;
  const of = (objects: readonly LocatedObject[]) => ({
    objects,
    canary: canariesAmong(objects)[0]!,
    workload: objects.find(({ manifest: { kind } }) => kind === 'Deployment')!,
  });
  const [failing, heavier, mistaken] = [of(copies.failing), of(copies.heavier), of(copies.mistaken)];
  const hasty = of(copies.hasty);
  const walk = async ({ objects, canary, workload }: typeof failing): Promise<Moment[]> => {
    const { problems } = await stands(cluster, objects, [canary]);
    if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('; '));
    return walked(client, canary, workload, NEXT);
  };
  const defects = defectsOf(...names);
  await Promise.all([
    walk(failing).then((moments) =>
      judge('a version that fails', 'is taken back within a step, with all requests at the old one', () =>
        Promise.resolve(judgeTakenBack(failing.canary, failing.workload, moments)),
      ),
    ),
    walk(heavier).then((moments) =>
      findsPlanted(defects.heavier, () =>
        Promise.resolve(judgeWalk(unchanged(heavier.canary, failing.canary), heavier.workload, moments, NEXT)),
      ),
    ),
    walk(hasty).then((moments) =>
      findsPlanted(defects.hasty, () =>
        Promise.resolve(judgeWalk(unchanged(hasty.canary, stepped), hasty.workload, moments, NEXT)),
      ),
    ),
    walk(mistaken).then((moments) =>
      findsPlanted(defects.mistaken, () =>
        Promise.resolve(judgeWalk(mistaken.canary, mistaken.workload, moments, NEXT)),
      ),
    ),
    findsPlanted(defects.unwritten, () => stands(cluster, copies.unwritten, canariesAmong(copies.unwritten), 20)),
    findsPlanted(defects.unsplit, () => stands(cluster, copies.unsplit, canariesAmong(copies.unsplit), 20)),
    findsPlanted(defects.contested, async () => {
      await stands(cluster, copies.contested, canariesAmong(copies.contested));
      return isMadeByFlagger(client, canariesAmong(copies.contested), copies.contested);
    }),
  ]);
}

/** The Canary in a namespace as it was stated before a defect was planted. */
function unchanged(planted: LocatedObject, { manifest: { spec } }: LocatedObject): LocatedObject {
  return { ...planted, manifest: { ...planted.manifest, spec } };
}

/** Applies objects and waits until their Canaries are initialized. */
async function stands(
  { client }: Pick<SimulatedCluster, 'client'>,
  objects: readonly LocatedObject[],
  canaries: readonly LocatedObject[],
  seconds?: number,
): Promise<Findings> {
  const refused = problemsOf(await applyAll(client, objects)).map(({ object, message }) =>
    problemWith(object, message),
  );
  return merged([{ judged: 0, problems: refused }, await isInitialized(client, canaries, seconds)]);
}

function asked(
  queries: readonly { readonly object: LocatedObject; readonly query: string }[],
  prometheus: PrometheusStandIn,
  planted: readonly string[],
): Findings {
  const strange = [...prometheus.refused].filter((query) => !planted.includes(query));
  return {
    judged: prometheus.asked.size,
    problems: [
      ...queries
        .filter(({ query }) => !prometheus.asked.has(query))
        .map(({ object }) => problemWith(object, 'Flagger never asked for it')),
      ...strange.map((query) => ({ message: `Prometheus was asked what nobody stated: ${query}` })),
    ],
  };
}

function workloadOf(
  {
    manifest: {
      metadata: { namespace },
      spec: { targetRef },
    },
  }: LocatedObject,
  objects: readonly LocatedObject[],
): LocatedObject {
  return objects.find(
    ({ manifest: { kind, metadata } }) =>
      kind === targetRef.kind && metadata.name === targetRef.name && metadata.namespace === namespace,
  )!;
}

function merged(all: readonly Findings[]): Findings {
  return {
    judged: all.reduce((sum, { judged }) => sum + judged, 0),
    problems: all.flatMap(({ problems }) => problems),
  };
}
