import { synthesize } from '../../../../lib/app/synthesis';
import { isError } from '../../../../lib/errors';
import { type Input, inputs, SEED } from '../../../attack/inputs';
import { appOf, inputOf } from '../../../attack/program';
import { dryRunAll } from '../../cluster/apply';
import { kindsOf } from '../../cluster/custom-resource-definitions';
import { complaintsOf, type KubernetesClient } from '../../cluster/kubernetes-client';
import { podsOf } from '../../cluster/pods';
import { type LocatedObject, parseManifests } from '../../manifests';
import { type Context, type Findings, problemWith } from '../../suite';
import { lost } from './kept';

/** Hostile values of the sample that no finding refuses. */
const ACCEPTED = 500;
/** So many hostile values that as many are accepted. */
const DRAWN = 20_000;
/** Hostile values of one app. */
const TOGETHER = 40;

/** Objects of apps of hostile values, without those of values that a finding refuses. */
export interface Attack {
  readonly accepted: number;
  readonly systems: readonly (readonly LocatedObject[])[];
}

/** Draws hostile values until as many are accepted. */
export function attack(): Attack {
  const all = inputs(DRAWN);
  const systems: LocatedObject[][] = [];
  let accepted = 0;
  for (let at = 0; at < all.length && accepted < ACCEPTED; at += TOGETHER) {
    const some = all.slice(at, at + TOGETHER);
    const { findings, planned } = synthesize(appOf(some), { recordConstructMetadata: false, stream: true });
    const refused = new Set(findings.filter(isError).map(({ path }) => inputOf(path)));
    accepted += some.filter((_, index) => !refused.has(String(index))).length;
    const emitted = planned.flatMap(({ objects }) => objects);
    const objects = emitted.flatMap(({ text, construct: { node } }) => {
      const at = inputOf(node.path);
      if (at === undefined || refused.has(at)) return [];
      const construct = `${node.path} (${described(some[Number(at)]!)})`;
      return parseManifests(text, 'attack.yaml').map((object) => ({ ...object, construct, text }));
    });
    systems.push([...classesOf(objects), ...objects.filter(isJudged)]);
  }
  return { accepted, systems };
}

/** Classes that pods name and no program makes. */
function classesOf(objects: readonly LocatedObject[]): LocatedObject[] {
  return podsOf(objects).flatMap(({ manifest: { spec }, ...place }) =>
    [
      { field: 'priorityClassName', apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', more: { value: 1 } },
      { field: 'runtimeClassName', apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', more: { handler: 'runc' } },
    ].flatMap(({ field, apiVersion, kind, more }) => {
      const name: unknown = spec[field];
      return typeof name === 'string'
        ? [{ ...place, manifest: { apiVersion, kind, metadata: { name }, ...more } }]
        : [];
    }),
  );
}

/** False for kinds of which no judge has the definition. */
function isJudged({ manifest }: LocatedObject): boolean {
  return !manifest.apiVersion.startsWith('secrets-store.csi.x-k8s.io/');
}

function described({ site: { call, path }, value }: Input): string {
  return `${call} ${path.join('.')}: ${JSON.stringify(value)}`;
}

/** Kinds of an attack's objects beside Kubernetes' own. */
export function kindsOfAttack({ systems }: Attack): ReadonlySet<string> {
  return kindsOf(systems.flat());
}

/** Judges what hostile values become: the API server reads each object's YAML, and takes it as it was meant. */
export async function judgeAttack(
  { judge, findsPlanted }: Context,
  client: KubernetesClient,
  { accepted, systems }: Attack,
): Promise<void> {
  await judge(
    `${accepted} hostile values, seed ${SEED}`,
    'what no finding refuses is admitted, and read as it was meant',
    () => together(systems, (objects) => isReadAsMeant(client, objects)),
  );
  const [object] = parseManifests(PLANTED, 'attack.yaml');
  await findsPlanted(
    {
      name: 'a text that Go reads as a number',
      object: 'ConfigMap planted/attack',
      message: /data\.text: expected string/,
    },
    () => isReadAsMeant(client, [{ ...object!, text: PLANTED.replace('"1e3"', '1e3') }]),
  );
  await findsPlanted(
    { name: 'another text than was meant', object: 'ConfigMap planted/attack', message: /data\.text was "1e3"/ },
    () => isReadAsMeant(client, [{ ...object!, text: PLANTED.replace('"1e3"', '"1000"') }]),
  );
}

const PLANTED = `apiVersion: v1
kind: ConfigMap
metadata:
  name: attack
  namespace: planted
data:
  text: "1e3"
`;

async function isReadAsMeant(client: KubernetesClient, objects: readonly LocatedObject[]): Promise<Findings> {
  const pods = podsOf(objects);
  const applied = await dryRunAll(client, [...objects, ...pods]);
  return {
    judged: applied.length,
    problems: applied.flatMap(({ object, answer }) => {
      const complaints = complaintsOf(answer);
      // Admission adds to the lists of pods.
      const changed = complaints.length > 0 || pods.includes(object) ? [] : lost(object.manifest, answer.body);
      return [...complaints, ...changed].map((message) => problemWith(object, message));
    }),
  };
}

async function together<T>(all: readonly T[], judged: (each: T) => Promise<Findings>): Promise<Findings> {
  const findings: Findings[] = [];
  for (const each of all) findings.push(await judged(each));
  return {
    judged: findings.reduce((sum, each) => sum + each.judged, 0),
    problems: findings.flatMap(({ problems }) => problems),
  };
}
