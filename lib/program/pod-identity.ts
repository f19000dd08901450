/** Labels that tell the pods of a workload from all others, and its versions from each other. */
export interface PodIdentity {
  /** Labels that the pods of all versions have, and no other pods. */
  readonly podSelector: Readonly<Record<string, string>>;
  /**
   * Label that a controller gives to pods, with another value for each version.
   *
   * @default - the label of Kubernetes, pod-template-hash
   */
  readonly versionLabel?: string;
}
