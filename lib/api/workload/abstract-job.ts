import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { checkHalves, checkJob, checkRoleBinding } from '../../checks';
import { check, eachApart, keepSecrets } from '../../errors';
import type { JobWorkload } from '../../program';
import type { JobScheduleFacts } from '../../values';
import { withoutFaulty } from '../tree/faulty-ends';
import { ProgramSource } from '../tree/program-source';
import { WORKLOADS } from '../tree/registry';
import { chartOf } from '../tree/scopes';
import { AbstractCaller } from './abstract-caller';
import { environmentProblems } from './environment-problems';
import { halfFacts } from './half-facts';
import { jobDefinition, jobStatements } from './job-definition';
import { JobObjects } from './job-objects';
import type { JobProps } from './job-props';
import type { KubernetesApiOptions } from './microservice-props';
import { workloadContext } from './workload-context';
import { keepState, noStatements, stateOf } from './workload-state';

/** Base of jobs: pods that call, that nobody calls, and that run to their end. */
export abstract class AbstractJob extends AbstractCaller {
  #objects?: JobObjects;
  #resolved?: () => JobWorkload;

  protected constructor(scope: Construct, id: string) {
    super(scope, id);
  }

  /** @internal */
  public get _facts(): JobWorkload {
    return this.#resolved!();
  }

  /** Lets its processes talk to the Kubernetes API: mounts the token, opens the way, and binds the roles. */
  public callsKubernetesApi(options: KubernetesApiOptions = {}): void {
    const { statements, definition, stated } = stateOf(this);
    statements.callsKubernetesApi = true;
    stated();
    const objects = this.#objects!;
    objects.callKubernetesApi();
    const { role, clusterRole } = options;
    if (role !== undefined) objects.bind(role, false);
    if (clusterRole !== undefined) objects.bind(clusterRole, true);
    check(this, () => checkRoleBinding({ namespace: definition.namespace, ...options }));
  }

  /**
   * Declares the objects of the job; called once, by the constructor of its class.
   *
   * @internal
   */
  protected _declare(props: JobProps, schedule: JobScheduleFacts | undefined): void {
    const { name } = this;
    const context = workloadContext(this, name, 'job');
    const { platform } = context;
    const statements = noStatements();
    const definition = jobDefinition(name, props, schedule, context, statements);
    for (const { variables } of definition.containers) keepSecrets(this, variables);
    const source = ProgramSource.of(this);
    source.add(jobStatements(definition, statements, platform));
    const resolved = () => source.program.workload(definition);
    this.#resolved = resolved;
    const home = chartOf(this.node.scope!) === undefined ? new Chart(this, 'detached') : this;
    const objects = new JobObjects(home, definition, resolved, platform);
    this.#objects = objects;
    this.node.defaultChild = objects.workload;
    keepState(this, {
      platform,
      definition,
      statements,
      objects,
      stated: () => source.stated(),
      settings: definition.settings.all,
      ownership: () => [],
    });
    context.jobs.push({ workload: this, facts: resolved });
    WORKLOADS.add(this, definition.endpoint.id, this);
    check(this, () => {
      const facts = withoutFaulty(this, resolved());
      return [
        ...eachApart({ 'the job': () => checkJob(platform.mesh, facts) }),
        ...environmentProblems(this, facts),
        ...checkHalves(halfFacts(this, facts)),
      ];
    });
  }
}
