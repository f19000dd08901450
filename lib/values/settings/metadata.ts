import type { Account } from './account';
import type { Adoption } from './adoption';

/** Metadata of the objects of a workload. */
export interface MetadataSettings {
  /**
   * Labels of every object and of the pods. Never part of a selector.
   *
   * @default - the recommended labels of Kubernetes alone
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations of every object.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Annotations of the pods.
   *
   * @default - none
   */
  readonly podAnnotations?: { [key: string]: string };
}

/** Metadata of one workload. */
export interface WorkloadMetadata extends MetadataSettings {
  /**
   * Value of the label `app.kubernetes.io/component`, such as `database`.
   *
   * @default - none
   */
  readonly component?: string;

  /**
   * ServiceAccount of the pods.
   *
   * @default Account.own()
   */
  readonly serviceAccount?: Account;
}

/** Metadata of one workload whose replicas run all the time. */
export interface ServiceMetadata extends WorkloadMetadata {
  /**
   * Names and labels that it takes over from a workload that exists already.
   *
   * @default - names and labels of its own
   */
  readonly adopts?: Adoption;
}
