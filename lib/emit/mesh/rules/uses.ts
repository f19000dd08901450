import {
  Edge,
  FeatureSupport,
  originOf,
  POLICIES,
  POLICY_NAMES,
  statefulOf,
  unique,
  type Workload,
  WorkloadKind,
} from '../../../program';
import { type CallStatement, RolloutKind } from '../../../values';
import { MeshFeature } from '../features';
import type { Mesh } from '../mesh';
import { providersOf, providersOfPolicy } from '../providers';

/** A microservice and the mesh of its platform. */
export interface MeshUses {
  readonly mesh: Mesh;
  readonly microservice: Workload;
}

/** A feature of meshes, and the statements of a microservice that need it. */
interface Use {
  readonly feature: string;
  readonly support: FeatureSupport;
  /** Names of the meshes that support it exactly. */
  readonly providers: readonly string[];
  /** Callees, hosts, ports or names of settings. */
  readonly subjects: readonly string[];
}

/** Statements of a microservice that a mesh supports at a level. */
export function usesOf(mesh: Mesh, microservice: Workload, level: FeatureSupport['level']): Use[] {
  return [
    ...POLICY_NAMES.filter((name) => mesh._policies[name].level === level).flatMap((name) =>
      useOf(statedFor(microservice, POLICIES[name].isStated), () => ({
        feature: POLICIES[name].feature,
        support: mesh._policies[name],
        providers: providersOfPolicy(name),
      })),
    ),
    ...SUBJECTS.filter(([feature]) => mesh._features[feature].level === level).flatMap(([feature, subjectsOf]) =>
      useOf(subjectsOf(microservice, mesh), () => ({
        feature,
        support: mesh._features[feature],
        providers: providersOf(feature),
      })),
    ),
  ];
}

function useOf(subjects: readonly string[], rest: () => Omit<Use, 'subjects'>): Use[] {
  return subjects.length === 0 ? [] : [{ ...rest(), subjects }];
}

type Exposures = Workload['exposures'];

/** Subjects for which a microservice uses each feature but the policies of calls. */
const SUBJECTS: readonly (readonly [MeshFeature, (facts: Workload, mesh: Mesh) => readonly string[]])[] = [
  [MeshFeature.REQUEST_AUTHORIZATION, (facts) => statedFor(facts, isOperation)],
  [MeshFeature.ACTIVATOR_ROUTES, ({ activator }) => (activator === undefined ? [] : ['scaling'])],
  [
    MeshFeature.TRAFFIC_SPLIT,
    (facts) =>
      serves(facts) && statefulOf(facts) === undefined && facts.settings.values.rollout._kind === RolloutKind.CANARY
        ? ['rollout']
        : [],
  ],
  [
    MeshFeature.CONNECTION_POOLS,
    (facts) => (serves(facts) && originOf(facts.settings, 'concurrency') !== 'library' ? ['concurrency'] : []),
  ],
  [
    MeshFeature.TLS_ORIGINATION,
    ({ outbound }) => callees(outbound, ({ callee }) => callee.external?.tlsByProxy ?? false),
  ],
  [MeshFeature.GATEWAY_EXPOSURE, (facts, mesh) => hosts(ofMesh(facts).filter((each) => isByGateway(each, mesh)))],
  [
    MeshFeature.LOAD_BALANCER_EXPOSURE,
    (facts, mesh) => hosts(ofMesh(facts).filter((each) => !isByGateway(each, mesh))),
  ],
];

/** True for a workload that requests are sent to: rollouts and concurrency are stated for a whole platform too. */
function serves({ kind }: Workload): boolean {
  return kind !== WorkloadKind.JOB;
}

/** Callees and hosts for which the options of a call or an exposure state something. */
function statedFor({ outbound, exposures, wayIn }: Workload, states: (options: CallStatement) => boolean): string[] {
  return [
    ...callees(outbound, ({ options }) => states(options)),
    ...hosts(exposures.filter(({ options = {} }) => wayIn?.isDefault !== false && states(options))),
  ];
}

/** Names of callees. No mesh has routes to functions. */
function callees(outbound: readonly Edge[], asks: (call: Edge) => boolean): string[] {
  const asking = outbound.filter((call) => call.callee.workload?.runtime === undefined && asks(call));
  return asking.length === 0 ? [] : unique(asking.map(({ callee }) => callee.name));
}

function hosts(exposures: Exposures): string[] {
  return exposures.map(({ host, port }) => host ?? `port ${port ?? 'not named'}`).sort();
}

/** Exposures that the mesh carries: none where the platform states another way in. */
function ofMesh({ exposures, wayIn }: Workload): Exposures {
  return wayIn?.isDefault === false ? [] : exposures;
}

function isByGateway({ tlsSecret }: Exposures[number], mesh: Mesh): boolean {
  return tlsSecret !== undefined || mesh._features[MeshFeature.LOAD_BALANCER_EXPOSURE].level !== 'exact';
}

function isOperation({ methods = [], paths = [] }: Pick<CallStatement, 'methods' | 'paths'>): boolean {
  return methods.length + paths.length > 0;
}
