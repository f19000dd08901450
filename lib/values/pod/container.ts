import type { EnvFrom, EnvValue } from 'cdk8s-plus-27';
import type { Conflict } from '../settings/cascade';
import type { Variable, VariableSource } from './environment';
import type { Port } from '../calls/port';
import type { Probe } from './probe';
import type { ContainerResourceSettings, ResourceFacts } from './resources';
import type { Mount } from './volume';

/** Options of a container beside its image and literal variables. */
export interface ContainerOptions {
  /**
   * Program, instead of the image's entry point.
   *
   * @default - the image's
   */
  readonly command?: string[];

  /**
   * Arguments, instead of the image's.
   *
   * @default - the image's
   */
  readonly args?: string[];

  /**
   * Working directory.
   *
   * @default - the image's
   */
  readonly workingDir?: string;

  /**
   * Variables from ConfigMaps, Secrets and fields of the pod.
   *
   * @default - none
   */
  readonly envValues?: { [name: string]: EnvValue };

  /**
   * ConfigMaps and Secrets whose keys become variables.
   *
   * @default - none
   */
  readonly envFrom?: EnvFrom[];

  /**
   * Volumes, each at a path.
   *
   * @default - a sized `/tmp` where the root file system is read-only
   */
  readonly mounts?: Mount[];
}

/** Image, variables and further options of a container. */
export interface ContainerProps extends ContainerOptions {
  /** Image with tag or digest, or a name of the platform's image map. */
  readonly image: string;

  /**
   * Variables with literal values. `$(NAME)` in a value refers to another variable.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };
}

/** Probes of a container. */
export interface Probes {
  /**
   * Leaves out every probe that is not stated. The pods count as ready as soon as their process runs.
   *
   * @default false
   */
  readonly none?: boolean;

  /**
   * Tells that the container can take requests.
   *
   * @default - that of the workload; none for an additional container
   */
  readonly readiness?: Probe;

  /**
   * Tells that the container is alive. It is restarted otherwise.
   *
   * @default - that of the workload; none for an additional container
   */
  readonly liveness?: Probe;

  /**
   * Tells that the container has started.
   *
   * @default - that of the workload; none for an additional container
   */
  readonly startup?: Probe;
}

/** A container that runs to completion before the main container starts. */
export interface InitContainer extends ContainerProps {
  /** Name of the container in the pod. */
  readonly name: string;

  /**
   * Requests and limits of the container.
   *
   * @default - those that the platform requires; else CPU request 100m without a limit, memory request 256Mi, and the
   * memory limit as the request
   */
  readonly resources?: ContainerResourceSettings;

  /**
   * States that the container makes calls. A mesh whose proxies start later refuses that.
   *
   * @default - true where the microservice makes calls
   */
  readonly calls?: boolean;
}

/** A container that runs beside the main container until that takes no more requests. */
export interface AdditionalContainer extends ContainerProps {
  /** Name of the container in the pod. */
  readonly name: string;

  /**
   * Requests and limits of the container.
   *
   * @default - those that the platform requires; else CPU request 100m without a limit, memory request 256Mi, and the
   * memory limit as the request
   */
  readonly resources?: ContainerResourceSettings;

  /**
   * Starts the container before the main container and ends it after. Before Kubernetes 1.29, it runs as an ordinary
   * container.
   *
   * @default false
   */
  readonly sidecar?: boolean;

  /**
   * Probes of the container.
   *
   * @default - none
   */
  readonly probes?: Probes;
}

/** Role of a container in its pod. */
export enum ContainerRole {
  MAIN = 'main',
  INIT = 'init',
  SIDECAR = 'sidecar',
  ADDITIONAL = 'additional',
}

/** A container as it is rendered. */
export interface ContainerFacts {
  readonly name: string;
  readonly role: ContainerRole;
  /** The reference to pull. */
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly workingDir?: string;
  /** As stated; one name may stand twice, which a check reports. */
  readonly variables: readonly Variable[];
  readonly variableSources: readonly VariableSource[];
  readonly mounts: readonly Mount[];
  readonly resources: ResourceFacts;
  /** Requests and limits other than those that the platform requires of every container. */
  readonly conflicts?: readonly Conflict[];
  /** States that the container makes calls. */
  readonly calls?: boolean;
  readonly ports: readonly Port[];
  /** True where probes that are not stated are left out on purpose. */
  readonly noProbes?: boolean;
  readonly startup?: Probe;
  readonly readiness?: Probe;
  readonly liveness?: Probe;
}
