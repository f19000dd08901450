import type { IStatefulSetSpec } from 'kubernetes-models/apps/v1/StatefulSetSpec';
import type { IContainer } from 'kubernetes-models/v1/Container';
import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';
import { kindOf, Kinds } from '../kinds';
import { Problem } from '../judge/problem';

/** Something that the API server enforces in code and no schema says. */
export interface Rule {
  readonly states: string;
  readonly check: (subject: Subject) => Iterable<Problem>;
}

/** Input of rules: a manifest and its pod templates, looked up once for all rules. */
export interface Subject {
  readonly manifest: AnyManifest;
  readonly pods: readonly PodAt[];
  readonly containers: readonly ContainerAt[];
}

export interface Metadata {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Fields of every object. */
export interface AnyManifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: Metadata;
  readonly spec?: unknown;
}

/** A pod, or what a workload makes pods of, and the JSON pointer to it. */
export interface PodAt {
  readonly at: string;
  readonly metadata?: Metadata;
  readonly spec: IPodSpec;
}

/** One container of a pod, and the JSON pointer to it. */
export interface ContainerAt {
  readonly at: string;
  readonly container: IContainer;
  readonly pod: IPodSpec;
  readonly isInit: boolean;
  /** Names of the volumes that a StatefulSet claims for each pod. */
  readonly claims: readonly string[];
}

export type Problems = Generator<Problem>;

export function everyManifest(states: string, check: (manifest: AnyManifest) => Problems): Rule {
  return { states, check: ({ manifest }) => check(manifest) };
}

export function every<K extends keyof Kinds>(kind: K, states: string, check: (manifest: Kinds[K]) => Problems): Rule {
  return {
    states: `${kind}: ${states}`,
    check: ({ manifest }) => (kindOf(manifest) === kind ? check(manifest as unknown as Kinds[K]) : []),
  };
}

export function everyPod(states: string, check: (pod: PodAt) => Problems): Rule {
  return { states: `pod: ${states}`, check: ({ pods }) => pods.flatMap((pod) => [...check(pod)]) };
}

export function everyContainer(states: string, check: (container: ContainerAt) => Problems): Rule {
  return {
    states: `container: ${states}`,
    check: ({ containers }) => containers.flatMap((container) => [...check(container)]),
  };
}

export function subjectOf(manifest: AnyManifest): Subject {
  const pods = podsOf(manifest);
  const claims = claimsOf(manifest);
  return { manifest, pods, containers: pods.flatMap((pod) => containersOf(pod, claims)) };
}

/** Path of the pod, or of its template, in each kind that has one. */
const POD_PATHS: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  KnativeService: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

export function podsOf(manifest: AnyManifest): PodAt[] {
  const path = POD_PATHS[kindOf(manifest)];
  if (path === undefined) return [];
  const pod = path.reduce<unknown>(
    (value, field) => (value as Record<string, unknown> | undefined)?.[field],
    manifest,
  ) as Partial<PodAt> | undefined;
  return pod?.spec === undefined
    ? []
    : [
        {
          ...(pod.metadata && { metadata: pod.metadata }),
          spec: pod.spec,
          at: path.map((field) => `/${field}`).join(''),
        },
      ];
}

function claimsOf({ spec }: AnyManifest): string[] {
  const { volumeClaimTemplates = [] } = (spec ?? {}) as Pick<IStatefulSetSpec, 'volumeClaimTemplates'>;
  return volumeClaimTemplates.map(({ metadata }) => metadata?.name ?? '');
}

export function containersOf({ at, spec }: PodAt, claims: readonly string[] = []): ContainerAt[] {
  const lists = [
    ['initContainers', spec.initContainers],
    ['containers', spec.containers],
  ] as const;
  return lists.flatMap(([list, containers]) =>
    (containers ?? []).map((container, index) => ({
      at: `${at}/spec/${list}/${index}`,
      container,
      pod: spec,
      isInit: list === 'initContainers',
      claims,
    })),
  );
}

/** A problem for each value that an earlier one equals. */
export function* repeated<T>(
  values: readonly T[],
  at: string,
  key: (value: T) => string | undefined,
  of: string,
): Problems {
  const seen = new Set<string>();
  for (const [index, value] of values.entries()) {
    const name = key(value);
    if (name !== undefined && seen.has(name)) yield { path: `${at}/${index}`, message: `${of} ${name} is there twice` };
    if (name !== undefined) seen.add(name);
  }
}

/** A problem where the number is outside the bounds; nothing is said of a number that is not set. */
export function* bounded(value: number | undefined, least: number, most: number, path: string): Problems {
  if (value !== undefined && (value < least || value > most))
    yield { path, message: `must be from ${least} to ${most}` };
}

/** A problem unless exactly one of the fields is set. */
export function* exactlyOne(object: object, fields: readonly string[], path: string): Problems {
  const set = fields.filter((field) => (object as Record<string, unknown>)[field] !== undefined);
  if (set.length !== 1)
    yield { path, message: `must have exactly one of ${fields.join(', ')}, has ${set.join(', ') || 'none'}` };
}
