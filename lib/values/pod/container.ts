import type { ContainerResources, EnvFrom, EnvValue } from 'cdk8s-plus-27';
import type { Variable, VariableSource } from './environment';
import type { Port } from '../calls/port';
import type { Probe } from './probe';
import type { ResourceFacts } from './resources';
import type { Mount } from './volume';

/** What a container runs. */
export interface ContainerProps {
  /** Image with tag or digest, or a name of the platform's image map. */
  readonly image: string;

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
  readonly workingDirectory?: string;

  /**
   * Variables with literal values; `$(NAME)` in a value refers to another variable.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };

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

/** A container that runs to its end before the microservice starts. */
export interface InitContainer extends ContainerProps {
  /** Name of the container in the pod. */
  readonly name: string;

  /**
   * What the container asks for and may use.
   *
   * @default - CPU request 100m without a limit; memory request 256Mi, memory limit as the request
   */
  readonly resources?: ContainerResources;

  /**
   * Whether it calls anybody; a mesh whose proxies start later refuses that.
   *
   * @default - where the microservice calls somebody
   */
  readonly calls?: boolean;
}

/** A container that runs beside the microservice's own, and is kept running as long as that still takes requests. */
export interface AdditionalContainer extends InitContainer {
  /**
   * Whether it starts before the microservice and ends after it. Before Kubernetes 1.29, it runs as an ordinary
   * container.
   *
   * @default false
   */
  readonly sidecar?: boolean;

  /**
   * Whether it is ready.
   *
   * @default - it always is
   */
  readonly readiness?: Probe;

  /**
   * Whether it is alive.
   *
   * @default - it always is
   */
  readonly liveness?: Probe;

  /**
   * Whether it has started.
   *
   * @default - it has
   */
  readonly startup?: Probe;
}

/** What a container is to its pod. */
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
  readonly workingDirectory?: string;
  /** As stated; one name may stand twice, which a check reports. */
  readonly variables: readonly Variable[];
  readonly variableSources: readonly VariableSource[];
  readonly mounts: readonly Mount[];
  readonly resources: ResourceFacts;
  /** Whether it calls anybody, where that is stated. */
  readonly calls?: boolean;
  readonly ports: readonly Port[];
  readonly startup?: Probe;
  readonly readiness?: Probe;
  readonly liveness?: Probe;
}
