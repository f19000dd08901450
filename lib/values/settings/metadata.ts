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
}
