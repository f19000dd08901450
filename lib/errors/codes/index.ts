import { CALL_CODES } from './call';
import type { CodeEntry } from './entry';
import { DELIVERY_CODES } from './delivery';
import { FUNCTION_CODES } from './functions';
import { MESH_CODES } from './mesh';
import { MICROSERVICE_CODES } from './microservice';
import { OBSERVABILITY_CODES } from './observability';
import { PROGRAM_CODES } from './program';
import { SCALING_CODES } from './scaling';
import { STACK_CODES } from './stack';

export type { CodeEntry } from './entry';

/**
 * Every code: 0 the program and its output, 1 microservices, 2 calls and exposures, 3 stacks and platforms, 4 meshes, 5
 * observability, 6 scaling and delivery, 7 functions. A code is never reused.
 */
export const CODES = {
  ...PROGRAM_CODES,
  ...MICROSERVICE_CODES,
  ...CALL_CODES,
  ...STACK_CODES,
  ...MESH_CODES,
  ...OBSERVABILITY_CODES,
  ...SCALING_CODES,
  ...DELIVERY_CODES,
  ...FUNCTION_CODES,
} as const satisfies Record<string, CodeEntry>;

/** One of the codes of the catalogue. */
export type Code = keyof typeof CODES;
