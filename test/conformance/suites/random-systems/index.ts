import { ControlPlane } from '../../cluster/control-plane';
import { installCustomResourceDefinitions } from '../../cluster/custom-resource-definitions';
import type { KubernetesClient } from '../../cluster/kubernetes-client';
import { OLDEST } from '../../cluster/versions';
import type { LocatedObject } from '../../manifests';
import { sleep } from '../../processes';
import type { Findings, Suite } from '../../suite';
import { admits } from '../api-server/admission';
import { deliveredSystem, randomDeliveries } from './delivered';
import { randomSystem, RandomSystem, randomPrograms } from './programs';

/** The API groups, or kinds, of what programs give beside Kubernetes' own. */
const KINDS = new Set([
  'networking.istio.io',
  'security.istio.io',
  'argoproj.io/Rollout',
  'argoproj.io/AnalysisTemplate',
  'flagger.app',
]);

/** Of so many programs, one is of a controller that brings new versions out. */
const PROGRAMS_A_DELIVERY = 4;

const NAMESPACE_LAG_MILLISECONDS = 1_000;

/** Tests that real API servers accept the output of any valid program. */
export const randomSystems: Suite = {
  name: 'random-systems',
  decides: 'no object of any random program is refused by real API servers',
  judges: ['etcd', 'kube-apiserver', 'crds'],
  needs: ['namespaces'],
  load: { seconds: 40, cores: 1.2 },
  run: async ({ seed, runs, judge, findsPlanted }) => {
    const servers = await Promise.all([
      ControlPlane.start({ name: 'random-systems' }),
      ControlPlane.start({ name: `random-systems-${OLDEST}`, emulatedVersion: OLDEST }),
    ]);
    const [newest, oldest] = servers.map(({ client }) => client) as [KubernetesClient, KubernetesClient];
    try {
      await Promise.all(servers.map(({ client }) => installCustomResourceDefinitions(client, KINDS)));
      const programs = randomPrograms(seed, runs);
      await judge(
        `${runs} programs, seed ${seed}`,
        `Kubernetes ${await servers[0].version()} and ${OLDEST} admit all`,
        async () => {
          const findings: Findings[] = [];
          for (const [at, program] of programs.entries())
            findings.push(await judgeSystem(randomSystem(program, at), newest, oldest));
          return together(findings);
        },
      );
      const delivered = randomDeliveries(seed, Math.ceil(runs / PROGRAMS_A_DELIVERY));
      await judge(
        `${delivered.length} deliveries, seed ${seed}`,
        'what controllers of all kinds are told is admitted',
        async () => {
          const findings: Findings[] = [];
          for (const [at, each] of delivered.entries())
            findings.push(await judgeSystem(deliveredSystem(each, at), newest, oldest));
          return together(findings);
        },
      );
      await findsPlanted(
        {
          name: 'an unknown field in one program',
          object: 'Deployment planted/planted',
          message: /unknown field "spec\.planted"/,
        },
        async () => {
          const system = randomSystem(programs[0]!, 0);
          return judgeSystem({ ...system, objects: [...system.objects, PLANTED] }, newest, oldest);
        },
      );
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
  },
};

const PLANTED: LocatedObject = {
  manifest: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'planted', namespace: 'planted' },
    spec: { planted: true },
  },
  file: 'program-0.yaml',
  line: 1,
};

/** By the server that behaves most like the cluster that the program was written for. */
async function judgeSystem(
  { version, objects }: RandomSystem,
  newest: KubernetesClient,
  oldest: KubernetesClient,
): Promise<Findings> {
  const server = minor(version) <= minor(OLDEST) ? oldest : newest;
  const first = await admits(server, objects);
  if (first.problems.length === 0) return first;
  // Programs share namespaces, and admission hears of a namespace's new labels a moment after they are written.
  await sleep(NAMESPACE_LAG_MILLISECONDS);
  return admits(server, objects);
}

function minor(version: string): number {
  return Number(version.split('.')[1]);
}

function together(findings: readonly Findings[]): Findings {
  return {
    judged: findings.reduce((sum, { judged }) => sum + judged, 0),
    problems: findings.flatMap(({ problems }) => problems),
  };
}
