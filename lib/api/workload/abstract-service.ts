import type { ApiObject } from 'cdk8s';
import { checkRoleBinding } from '../../checks';
import { check } from '../../errors';
import { type DeploymentWorkload, unique } from '../../program';
import { callStatement, type ExposeOptions, type WayInOptions } from '../../values';
import { HOSTS } from '../tree/registry';
import { AbstractWorkload } from './abstract-workload';
import { builtService } from './build-service';
import type { KubernetesApiOptions } from './microservice-props';
import { stateOf } from './workload-state';

/** Base of workloads whose replicas run all the time. */
export abstract class AbstractService extends AbstractWorkload {
  /** @internal */
  public get _facts(): DeploymentWorkload {
    return builtService(this).resolved();
  }

  /** Service by which the cluster reaches it. None for a worker. */
  public get service(): ApiObject | undefined {
    return builtService(this).objects.service;
  }

  /** HorizontalPodAutoscaler or ScaledObject, where the number of replicas is not fixed. */
  public get autoscaler(): ApiObject | undefined {
    return builtService(this).objects.autoscaler;
  }

  /** PodDisruptionBudget, where there is more than one replica. None for an agent, which drains leave alone. */
  public get disruptionBudget(): ApiObject | undefined {
    return builtService(this).objects.disruptionBudget;
  }

  /**
   * Lets traffic from outside of the cluster in, by the platform's way in. Without `allowedSources` from any address;
   * by a load balancer, pods of the cluster included.
   *
   * @param options hold for every way in, by default those of the only port
   * @param wayIn statements that depend on the way in, by default none
   */
  public expose(options: ExposeOptions = {}, wayIn: WayInOptions = {}): void {
    const [first, ...others] = unique([...(options.host === undefined ? [] : [options.host]), ...(wayIn.hosts ?? [])]);
    exposeUnder(this, first, options, wayIn);
    for (const host of others) exposeUnder(this, host, options, wayIn);
  }

  /** Lets its processes talk to the Kubernetes API: mounts the token, opens the way, and binds the roles. */
  public callsKubernetesApi(options: KubernetesApiOptions = {}): void {
    const { statements, definition, stated } = stateOf(this);
    statements.callsKubernetesApi = true;
    stated();
    builtService(this).objects.callKubernetesApi();
    const { role, clusterRole } = options;
    if (role !== undefined) builtService(this).objects.bind(role, false);
    if (clusterRole !== undefined) builtService(this).objects.bind(clusterRole, true);
    check(this, () => checkRoleBinding({ namespace: definition.namespace, ...options }));
  }
}

/** Adds one exposure under a host, or under none. */
function exposeUnder(
  service: AbstractService,
  host: string | undefined,
  options: ExposeOptions,
  { maxBodySize, nodePort }: WayInOptions,
): void {
  const { port, addresses = [], allowedSources = [], tlsSecret, annotations = {}, httpsRedirect } = options;
  const { timeout, streaming, operation, headers } = options;
  const { statements, stated } = stateOf(service);
  statements.exposures.push({
    public: options.public ?? false,
    ...(tlsSecret !== undefined && { tlsSecret }),
    ...(port !== undefined && { port }),
    ...(host !== undefined && { host }),
    addresses: [...addresses],
    allowedSources: [...allowedSources],
    annotations: { ...annotations },
    ...(httpsRedirect !== undefined && { httpsRedirect }),
    ...(maxBodySize !== undefined && { maxBodySize }),
    ...(nodePort !== undefined && { nodePort }),
    options: callStatement({
      ...(timeout !== undefined && { timeout }),
      ...(streaming !== undefined && { streaming }),
      ...(operation !== undefined && { operation }),
      ...(headers !== undefined && { headers }),
    }),
  });
  stated();
  if (host !== undefined) HOSTS.add(service, host, service);
  builtService(service).objects.expose(statements.exposures);
}
