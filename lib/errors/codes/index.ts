import type { CodeEntry } from './entry';
import { DELIVERY_CODES } from './delivery';
import { FUNCTION_CODES } from './functions';
import { MESH_CODES } from './mesh';
import { OBSERVABILITY_CODES } from './observability';
import { SCALING_CODES } from './scaling';

export type { CodeEntry } from './entry';

/** The codes without a file of their own. */
export const CODES = {
  ...MESH_CODES,
  ...OBSERVABILITY_CODES,
  ...SCALING_CODES,
  ...DELIVERY_CODES,
  ...FUNCTION_CODES,
} as const satisfies Record<string, CodeEntry>;

/** One of the codes of the catalogue. */
export type Code = keyof typeof CODES;
