import { check } from '../../errors';
import { type DeploymentDefinition, type DeploymentWorkload, endpointId, serviceOf } from '../../program';
import { withoutFaulty } from '../tree/faulty-ends';
import { SPAN_SOURCES } from '../tree/registry';
import type { AbstractWorkload } from './abstract-workload';
import { environmentProblems } from './environment-problems';
import { homeOf, joinProgram } from './join-program';
import { microserviceStatements } from './microservice-definition';
import { MicroserviceObjects } from './microservice-objects';
import { microserviceProblems } from './microservice-problems';
import { type WorkloadContext, workloadContext } from './workload-context';
import { keepState, noStatements, type Statements } from './workload-state';

/** A workload whose replicas run all the time: its objects, and its facts as they are resolved. */
export interface BuiltService {
  readonly objects: MicroserviceObjects;
  readonly resolved: () => DeploymentWorkload;
}

/** Key of what is built: no field of a subclass can replace it. */
const BUILT = Symbol('built');

/** Builds the objects and the state of a workload; called once, by the constructor of its class. */
export function buildService(
  service: AbstractWorkload,
  what: string,
  define: (name: string, context: WorkloadContext, statements: Statements) => DeploymentDefinition,
): void {
  const { name } = service;
  const context = workloadContext(service, name, what);
  const { platform } = context;
  const statements = noStatements();
  const definition = define(name, context, statements);
  const spanSources = SPAN_SOURCES.entries(
    service,
    endpointId(platform.cluster.name, definition.namespace, serviceOf(definition)),
  );
  const { resolved, stated } = joinProgram(
    service,
    definition,
    microserviceStatements(definition, statements, spanSources, platform),
  );
  const objects = new MicroserviceObjects(homeOf(service), definition, resolved, platform);
  service.node.defaultChild = objects.workload;
  keepState(service, {
    platform,
    definition,
    statements,
    objects,
    stated,
    settings: definition.settings.all,
    ownership: () => objects.ownership(),
  });
  Object.defineProperty(service, BUILT, { value: { objects, resolved } });
  context.members.push({ workload: service, facts: resolved });
  check(service, () => {
    const facts = withoutFaulty(service, resolved());
    return microserviceProblems(service, platform, facts).concat(environmentProblems(service, facts));
  });
}

/** The objects and facts of a workload whose replicas run all the time. */
export function builtService(service: AbstractWorkload): BuiltService {
  return (service as unknown as { readonly [BUILT]: BuiltService })[BUILT];
}
