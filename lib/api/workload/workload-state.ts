import type { ApiObject } from 'cdk8s';
import type { IClusterRole, IRole, ISubject } from 'cdk8s-plus-27';
import type { IConstruct } from 'constructs';
import type { Manifest } from '../../emit/kubernetes';
import type { Call, Edge, Endpoint, FieldOwner, WorkloadDefinition } from '../../program';
import type { Platform } from '../../platform';
import type { Exposure, Setting } from '../../values';

/** Statements made at a workload; they grow as the program states more. */
export interface Statements {
  readonly outbound: Call[];
  readonly inbound: Call[];
  /** Halves of calls from callers that are stated elsewhere; they are among `inbound` too. */
  readonly accepted: Call[];
  readonly exposures: Exposure[];
  callsKubernetesApi: boolean;
}

/** Objects that every workload has. */
export interface WorkloadObjects {
  readonly workload: Manifest;
  /** Objects that run pods of other versions; they follow the patches of the workload. */
  readonly versions?: readonly ApiObject[];
  readonly serviceAccount: ISubject;
  readonly networkPolicy: Manifest;
  /** Opens the way to a callee, where that needs more than the network policy. */
  calls?(callee: Endpoint): void;
  /** Declares the objects of the callee's half of a call. */
  called?(edge: Edge): void;
  /** Opens the way to the Kubernetes API. */
  callKubernetesApi?(): void;
  /** Binds a role to the service account: in its namespace, or in the whole cluster. */
  bind?(role: IRole | IClusterRole, inWholeCluster: boolean): void;
}

/** State of a workload. */
export interface WorkloadState {
  readonly platform: Platform;
  readonly definition: WorkloadDefinition;
  readonly statements: Statements;
  readonly objects: WorkloadObjects;
  /** Takes note that a statement was made. */
  readonly stated: () => void;
  readonly settings: () => readonly Setting[];
  readonly ownership: () => readonly FieldOwner[];
}

/** Key of the state: no field of a subclass can replace it, and a copy of a workload has it too. */
const STATE = Symbol('state');

/** A workload without statements. */
export function noStatements(): Statements {
  return { outbound: [], inbound: [], accepted: [], exposures: [], callsKubernetesApi: false };
}

/** Keeps the state of a workload; called once, by the constructor of its class. */
export function keepState(workload: IConstruct, state: WorkloadState): void {
  Object.defineProperty(workload, STATE, { value: state });
}

/** True for a workload of this library. */
export function hasState(construct: IConstruct): boolean {
  return STATE in construct;
}

/** State of a workload of this library. */
export function stateOf(workload: IConstruct): WorkloadState {
  const state = (workload as { [STATE]?: WorkloadState })[STATE];
  if (state === undefined)
    throw new Error(
      `${workload.node.path}: extend Microservice, ServerlessFunction, Job or ScheduledJob, no base of theirs`,
    );
  return state;
}
