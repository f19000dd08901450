import { MS0001 } from './ms0001';
import { MS0002 } from './ms0002';
import { MS0003 } from './ms0003';
import { MS0004 } from './ms0004';
import { MS0005 } from './ms0005';
import { MS0006 } from './ms0006';
import { MS0007 } from './ms0007';
import { MS0008 } from './ms0008';
import { MS0009 } from './ms0009';
import { MS0010 } from './ms0010';
import { MS0011 } from './ms0011';
import { MS0012 } from './ms0012';
import { MS0013 } from './ms0013';
import { MS0014 } from './ms0014';
import type { FindingDefinition } from '../definition';

export {
  MS0001,
  MS0002,
  MS0003,
  MS0004,
  MS0005,
  MS0006,
  MS0007,
  MS0008,
  MS0009,
  MS0010,
  MS0011,
  MS0012,
  MS0013,
  MS0014,
};

/** Findings about the program as a whole and about its output. */
export const PROGRAM_DEFINITIONS: readonly FindingDefinition[] = [
  MS0001,
  MS0002,
  MS0003,
  MS0004,
  MS0005,
  MS0006,
  MS0007,
  MS0008,
  MS0009,
  MS0010,
  MS0011,
  MS0012,
  MS0013,
  MS0014,
];
