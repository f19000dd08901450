import type { EnvironmentContainer } from '../../../emit/kubernetes';
import type { ConfigurationRead, Endpoint, Workload } from '../../../program';

/** Environment of a workload, and the surroundings that its texts may name. */
export interface EnvironmentFacts {
  readonly workload: Workload;
  /** Containers as they are rendered, patches included. */
  readonly containers: readonly EnvironmentContainer[];
  /** Reads of ConfigMaps and Secrets by these containers. */
  readonly reads: () => readonly ConfigurationRead[];
  /** Keys of a Secret that a controller makes of an object of the program. Undefined where they are not known. */
  readonly keysOfMadeSecret: (name: string) => readonly string[] | undefined;
  /** Annotations of the object that runs the pods, and those of the pods. */
  readonly annotations: () => Readonly<Record<string, string>>;
  /** The synth that renders each object once. Undefined outside of one. */
  readonly rendering: object | undefined;
  /** Workload of the program, in the cluster of this one. */
  readonly workloadAt: (namespace: string, name: string) => Endpoint | undefined;
  /** True for a namespace that the program makes. */
  readonly makesNamespace: (namespace: string) => boolean;
  /** True where an object of the program is a Service of the name. */
  readonly hasService: (namespace: string, name: string) => boolean;
}
