import { CALL_CODES } from './call';
import type { CodeEntry } from './entry';
import { MICROSERVICE_CODES } from './microservice';
import { STACK_CODES } from './stack';

export type { CodeEntry } from './entry';

/** The codes without a file of their own. */
export const CODES = {
  ...MICROSERVICE_CODES,
  ...CALL_CODES,
  ...STACK_CODES,
} as const satisfies Record<string, CodeEntry>;

/** One of the codes of the catalogue. */
export type Code = keyof typeof CODES;
