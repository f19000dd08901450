/**
 * Names and labels that a workload takes over from one that exists already: an update then exchanges its pods, and
 * nothing is made beside it.
 */
export interface Adoption {
  /**
   * Labels by which the existing object selects its pods. Kubernetes refuses every change of them. Services, policies
   * and budgets select by them too.
   *
   * @default - the name as `app.kubernetes.io/name` and `app.kubernetes.io/instance`
   */
  readonly selector?: { [key: string]: string };

  /**
   * Name of the Service by which callers reach it.
   *
   * @default - the name of the workload
   */
  readonly service?: string;

  /**
   * Name of the Service under which each replica of a stateful service has its address. Kubernetes refuses every change
   * of it.
   *
   * @default - the name of the workload, and `-headless`
   */
  readonly headlessService?: string;

  /**
   * Name of the main container.
   *
   * @default - the name of the workload
   */
  readonly container?: string;
}
