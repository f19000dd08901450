import { ContainerRole, type Exposure } from '../values';
import type { Call, Endpoint } from './endpoint';
import { certificates } from './certificates';
import type { GatewayCertificate } from './gateway-certificate';
import { endpointFreezer } from './freeze-endpoints';
import type { MeshContribution, PodContribution } from './contribution';
import { type Edge, resolveEdge } from './edge';
import {
  type DeploymentDefinition,
  type DeploymentWorkload,
  type FunctionWorkload,
  type Workload,
  type WorkloadDefinition,
  WorkloadKind,
} from './workload';

/** Statements at one workload. */
export interface WorkloadStatements {
  readonly definition: WorkloadDefinition;
  /** Statements made so far; the lists grow. */
  readonly statements: {
    readonly outbound: readonly Call[];
    readonly inbound: readonly Call[];
    /** Halves of calls by callers that are stated elsewhere; they are among `inbound` too. */
    readonly accepted: readonly Call[];
    readonly exposures: readonly Exposure[];
    readonly callsKubernetesApi: boolean;
  };
  /** Namespaces whose workloads send spans to it; the list grows. */
  readonly spanSources: readonly string[];
  /** Key of the gateway that its exposures go through; none where none does. */
  readonly gateway?: string;
  /** Additions of the platform's mesh. */
  readonly mesh: (workload: Workload) => MeshContribution;
  /** Additions of the platform's monitoring, tracing and logging. */
  readonly telemetry: (workload: Workload) => PodContribution;
}

/** A workload of the kind that a definition is of. */
export type Resolved<Definition> = Definition extends DeploymentDefinition ? DeploymentWorkload : FunctionWorkload;

/** All workloads and edges of a tree of constructs, resolved and frozen. */
export interface Program {
  /** Workload of a definition. */
  readonly workload: <Definition extends WorkloadDefinition>(definition: Definition) => Resolved<Definition>;
  /** Edges of calls, each resolved once. */
  readonly edges: (calls: readonly Call[]) => readonly Edge[];
}

/** Resolves the statements of a tree. */
export function resolve(statements: readonly WorkloadStatements[]): Program {
  const edges = new Map<Call, Edge>();
  const freeze = endpointFreezer();
  const edgesOf = (calls: readonly Call[]): readonly Edge[] =>
    Object.freeze(
      calls.map((call) => {
        const edge =
          edges.get(call) ?? resolveEdge({ ...call, caller: freeze(call.caller), callee: freeze(call.callee) });
        edges.set(call, edge);
        return edge;
      }),
    );
  const certified = certificates(statements);
  const workloads = new Map(
    statements.map((each) => [
      each.definition,
      apart(() => resolveWorkload(each, certified.get(each.definition) ?? [], edgesOf, freeze)),
    ]),
  );
  return Object.freeze({
    workload: <Definition extends WorkloadDefinition>(definition: Definition) =>
      workloads.get(definition)!() as Resolved<Definition>,
    edges: edgesOf,
  });
}

/** The result of a call that is made now. One that throws does so again for each who asks, and for nobody else. */
function apart<T>(call: () => T): () => T {
  try {
    const result = call();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function resolveWorkload(
  { definition, statements, spanSources, mesh, telemetry }: WorkloadStatements,
  ofHosts: readonly GatewayCertificate[],
  edgesOf: (calls: readonly Call[]) => readonly Edge[],
  freeze: (endpoint: Endpoint) => Endpoint,
): Workload {
  const { outbound, inbound, accepted, exposures, callsKubernetesApi } = statements;
  const stated = {
    ...definition,
    endpoint: freeze(definition.endpoint),
    outbound: edgesOf(outbound),
    inbound: edgesOf(inbound),
    exposures: Object.freeze([...exposures]),
    certificates: Object.freeze(ofHosts),
    accepted: edgesOf(accepted),
    ...(definition.kind === WorkloadKind.DEPLOYMENT && {
      callsKubernetesApi,
      spanSources: Object.freeze([...new Set(spanSources)].sort()),
    }),
  };
  // The mesh reads edges, and telemetry the mesh's additions: each sees the workload as far as it is resolved.
  const add = (workload: WorkloadDefinition): Workload => {
    const meshed = Object.assign(workload, { mesh: mesh(workload as Workload) });
    return Object.assign(meshed, { telemetry: telemetry(meshed as Workload) }) as Workload;
  };
  const candidate = candidateOf(stated);
  const resolved = add(stated);
  return candidate === undefined
    ? Object.freeze(resolved)
    : (Object.freeze({ ...resolved, candidate: Object.freeze(add(candidate)) }) as Workload);
}

/** The workload with the object and the image of its candidate. */
export function candidateOf<Definition extends WorkloadDefinition>(workload: Definition): Definition | undefined {
  if (workload.kind !== WorkloadKind.DEPLOYMENT || workload.delivery.candidate === undefined) return undefined;
  const { name, image } = workload.delivery.candidate;
  return {
    ...workload,
    object: { ...workload.object, name },
    containers: workload.containers.map((each) =>
      each.role === ContainerRole.MAIN ? { ...each, image: workload.resolveImage(image) } : each,
    ),
  };
}
