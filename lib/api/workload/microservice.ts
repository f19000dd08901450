import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { checkRoleBinding } from '../../checks';
import { judged } from '../../arguments';
import { check, idText, keepSecrets } from '../../errors';
import type { DeploymentWorkload } from '../../program';
import { ProgramSource } from '../tree/program-source';
import { callStatement, type ExposeOptions } from '../../values';
import { withoutFaulty } from '../tree/faulty-ends';
import { HOSTS, SPAN_SOURCES, WORKLOADS } from '../tree/registry';
import { chartOf } from '../tree/scopes';
import { environmentProblems } from './environment-problems';
import { microserviceDefinition, microserviceStatements } from './microservice-definition';
import { MicroserviceObjects } from './microservice-objects';
import { microserviceProblems } from './microservice-problems';
import type { KubernetesApiOptions, MicroserviceProps } from './microservice-props';
import { AbstractWorkload } from './abstract-workload';
import { workloadContext } from './workload-context';
import { keepState, noStatements, stateOf } from './workload-state';

const MICROSERVICE = Symbol.for('cdk8s-microservice.Microservice');

/** One deployable with its identity, ports and policies. Its id is its name. */
export class Microservice extends AbstractWorkload {
  /** Tells microservices from other values, those of another installed copy of the library included. */
  public static isMicroservice(x: any): boolean {
    return x !== null && typeof x === 'object' && MICROSERVICE in x;
  }

  readonly #objects: MicroserviceObjects;
  readonly #resolved: () => DeploymentWorkload;

  public constructor(scope: Construct, id: string, props: MicroserviceProps) {
    super(scope, id);
    Object.defineProperty(this, MICROSERVICE, { value: true });
    const stated = judged(this, 'Microservice', props);
    const name = idText(id);
    const context = workloadContext(this, name, 'microservice');
    const { platform } = context;
    const statements = noStatements();
    const definition = microserviceDefinition(name, stated, context, statements);
    for (const { variables } of definition.containers) keepSecrets(this, variables);
    const source = ProgramSource.of(this);
    const spanSources = SPAN_SOURCES.entries(this, definition.endpoint.id);
    source.add(microserviceStatements(definition, statements, spanSources, platform));
    this.#resolved = () => source.program.workload(definition);
    const home = chartOf(scope) === undefined ? new Chart(this, 'detached') : this;
    this.#objects = new MicroserviceObjects(home, definition, this.#resolved, platform);
    this.node.defaultChild = this.#objects.workload;
    keepState(this, {
      platform,
      definition,
      statements,
      objects: this.#objects,
      stated: () => source.stated(),
      settings: definition.settings.all,
      ownership: () => this.#objects.ownership(),
    });
    context.members.push({ workload: this, facts: this.#resolved });
    WORKLOADS.add(this, definition.endpoint.id, this);
    check(this, () => {
      const facts = withoutFaulty(this, this.#resolved());
      return microserviceProblems(this, platform, facts).concat(environmentProblems(this, facts));
    });
  }

  /** @internal */
  public get _facts(): DeploymentWorkload {
    return this.#resolved();
  }

  /** Service by which the cluster reaches it. None for a worker. */
  public get service(): ApiObject | undefined {
    return this.#objects.service;
  }

  /** HorizontalPodAutoscaler or ScaledObject, where the number of replicas is not fixed. */
  public get autoscaler(): ApiObject | undefined {
    return this.#objects.autoscaler;
  }

  /** PodDisruptionBudget, where there is more than one replica. */
  public get disruptionBudget(): ApiObject | undefined {
    return this.#objects.disruptionBudget;
  }

  /**
   * Lets traffic from outside of the cluster in, by a load balancer. Without `allowedSources` from any address, pods of
   * the cluster included.
   */
  public expose(options: ExposeOptions = {}): void {
    const { port, host, addresses = [], allowedSources = [], tlsSecret, annotations = {}, httpsRedirect } = options;
    const { timeout, streaming, operation, headers } = options;
    const { statements, stated } = stateOf(this);
    statements.exposures.push({
      public: options.public ?? false,
      ...(tlsSecret !== undefined && { tlsSecret }),
      ...(port !== undefined && { port }),
      ...(host !== undefined && { host }),
      addresses: [...addresses],
      allowedSources: [...allowedSources],
      annotations: { ...annotations },
      ...(httpsRedirect !== undefined && { httpsRedirect }),
      options: callStatement({
        ...(timeout !== undefined && { timeout }),
        ...(streaming !== undefined && { streaming }),
        ...(operation !== undefined && { operation }),
        ...(headers !== undefined && { headers }),
      }),
    });
    stated();
    if (host !== undefined) HOSTS.add(this, host, this);
    this.#objects.expose(statements.exposures);
  }

  /** Lets its processes talk to the Kubernetes API: mounts the token, opens the way, and binds the roles. */
  public callsKubernetesApi(options: KubernetesApiOptions = {}): void {
    const { statements, definition, stated } = stateOf(this);
    statements.callsKubernetesApi = true;
    stated();
    this.#objects.callKubernetesApi();
    const { role, clusterRole } = options;
    if (role !== undefined) this.#objects.bind(role, false);
    if (clusterRole !== undefined) this.#objects.bind(clusterRole, true);
    check(this, () => checkRoleBinding({ namespace: definition.namespace, ...options }));
  }
}
