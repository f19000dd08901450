import { Chart } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { checkIdentity } from '../../checks';
import { check, keepSecrets } from '../../errors';
import { endpointId, type Resolved, serviceOf, type WorkloadDefinition, type WorkloadStatements } from '../../program';
import { addNeighbour, besideOthers } from '../tree/neighbours';
import { ProgramSource } from '../tree/program-source';
import { SERVICES, WORKLOADS } from '../tree/registry';
import { chartOf } from '../tree/scopes';

/** A workload in the program of its tree. */
export interface JoinedWorkload<Definition> {
  readonly resolved: () => Resolved<Definition>;
  /** Takes note that a statement was made. */
  readonly stated: () => void;
}

/** Adds a workload to the program of its tree; called once, by the constructor of its class. */
export function joinProgram<Definition extends WorkloadDefinition>(
  workload: IConstruct,
  definition: Definition,
  statements: WorkloadStatements,
): JoinedWorkload<Definition> {
  for (const { variables } of definition.containers) keepSecrets(workload, variables);
  const source = ProgramSource.of(workload);
  source.add(statements);
  WORKLOADS.add(workload, definition.endpoint.id, workload);
  const { cluster, namespace } = definition;
  SERVICES.add(workload, endpointId(cluster.name, namespace, serviceOf(definition)), workload);
  const resolved = () => source.program.workload(definition);
  addNeighbour(workload, definition, resolved);
  check(workload, () => checkIdentity(besideOthers(workload, resolved())));
  return { resolved, stated: () => source.stated() };
}

/** Scope of the objects of a workload: itself, or a chart of its own where it stands in none. */
export function homeOf(workload: Construct): Construct {
  return chartOf(workload.node.scope!) === undefined ? new Chart(workload, 'detached') : workload;
}
