import { addressVariables, Workload } from '../../../program';
import { rememberingLast, type Variable } from '../../../values';

/** Variables of one container, with the addresses of callees. */
export interface ContainerVariables {
  readonly container: string;
  readonly variables: readonly Variable[];
}

/** Variables of each container. */
export const variablesOf = rememberingLast(({ containers, outbound }: Workload): readonly ContainerVariables[] =>
  containers.map((container) => ({
    container: container.name,
    variables: [...container.variables, ...addressVariables(outbound, container)],
  })),
);

/** True for the strictest rule among the supported versions; the newest accept all printable characters but `=`. */
export function isVariableName(name: string): boolean {
  return /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name) && name !== '.' && !name.startsWith('..');
}
