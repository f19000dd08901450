import type { ResourceSettings } from '../pod/resources';
import type { SecuritySettings } from '../pod/security';

/** Settings that every kind of workload has alike. */
export interface WorkloadSettings {
  /**
   * Requests and limits of the main container. Those that a platform requires hold for every container.
   *
   * @default - CPU request 100m without a limit; memory request 256Mi, memory limit as the request
   */
  readonly resources?: ResourceSettings;

  /**
   * Privileges of the containers and traffic of the pods.
   *
   * @default - the Pod Security level `restricted`, and traffic of declared calls alone
   */
  readonly security?: SecuritySettings;
}
