import type { Construct } from 'constructs';
import { checkRoleBinding } from '../../checks';
import { check } from '../../errors';
import { AbstractCaller } from './abstract-caller';
import type { KubernetesApiOptions } from './microservice-props';
import { stateOf } from './workload-state';

/** Base of jobs: pods that call, that nobody calls, and that run to their end. */
export abstract class AbstractJob extends AbstractCaller {
  protected constructor(scope: Construct, id: string) {
    super(scope, id);
  }

  /** Lets its processes talk to the Kubernetes API: mounts the token, opens the way, and binds the roles. */
  public callsKubernetesApi(options: KubernetesApiOptions = {}): void {
    const { statements, definition, objects, stated } = stateOf(this);
    statements.callsKubernetesApi = true;
    stated();
    objects.callKubernetesApi?.();
    const { role, clusterRole } = options;
    if (role !== undefined) objects.bind?.(role, false);
    if (clusterRole !== undefined) objects.bind?.(clusterRole, true);
    check(this, () => checkRoleBinding({ namespace: definition.namespace, ...options }));
  }
}
