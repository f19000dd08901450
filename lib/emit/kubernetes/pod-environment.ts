import type { Workload } from '../../program';
import type { ContainerFacts, Variable, VariableSource } from '../../values';
import { environment } from './container';
import { templateIn } from './template';

interface ProbeCommand {
  readonly exec?: { readonly command?: readonly string[] };
}

/** Fields of a container whose texts name variables and hosts, as the API has them. */
export interface EnvironmentContainer {
  readonly name: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly Variable[];
  readonly envFrom?: readonly VariableSource[];
  readonly startupProbe?: ProbeCommand;
  readonly readinessProbe?: ProbeCommand;
  readonly livenessProbe?: ProbeCommand;
}

/** Containers of a workload as its statements make them, before patches. */
export function statedContainers(workload: Workload): EnvironmentContainer[] {
  const variables = [...workload.mesh.variables, ...workload.telemetry.variables];
  return workload.containers.map((facts) => ({
    name: facts.name,
    ...(facts.command && { command: facts.command }),
    ...(facts.args && { args: facts.args }),
    env: environment(facts, { variables, edges: workload.outbound }),
    envFrom: facts.variableSources,
    ...probe('startupProbe', facts.startup),
    ...probe('readinessProbe', facts.readiness),
    ...probe('livenessProbe', facts.liveness),
  }));
}

/** Containers of a rendered workload object. */
export function renderedContainers(object: Record<string, unknown>): EnvironmentContainer[] {
  const pod = (templateIn(object)?.['spec'] ?? {}) as Readonly<Record<string, EnvironmentContainer[]>>;
  return [...(pod['initContainers'] ?? []), ...(pod['containers'] ?? [])];
}

function probe(field: string, stated: ContainerFacts['startup']): Record<string, ProbeCommand> {
  return stated?._command === undefined ? {} : { [field]: { exec: { command: stated._command } } };
}
