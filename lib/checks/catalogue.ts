import { KUBERNETES_DEFINITIONS } from '../emit/kubernetes';
import { MESH_DEFINITIONS } from '../emit/mesh';
import { Catalogue, CODES, FindingDefinition, PROGRAM_DEFINITIONS } from '../errors';
import { CALL_DEFINITIONS } from './rules/call';
import { MICROSERVICE_DEFINITIONS } from './rules/microservice';
import { STACK_DEFINITIONS } from './rules/stack';

const DEFINITIONS: readonly FindingDefinition[] = [
  ...PROGRAM_DEFINITIONS,
  ...KUBERNETES_DEFINITIONS,
  ...MESH_DEFINITIONS,
  ...MICROSERVICE_DEFINITIONS,
  ...CALL_DEFINITIONS,
  ...STACK_DEFINITIONS,
  ...Object.entries(CODES).map(([code, entry]) => ({ code, ...entry, reads: 'program' })),
];

/**
 * Every definition, by code and sorted: 0 the program and its output, 1 microservices, 2 calls and exposures, 3 stacks
 * and platforms, 4 meshes, 5 observability, 6 scaling and delivery, 7 functions.
 */
export const CATALOGUE: Catalogue = new Map(
  DEFINITIONS.map((definition) => [definition.code, definition] as const).sort(([one], [other]) =>
    one < other ? -1 : 1,
  ),
);
