import type { FindingDefinition, Rule } from '../../../errors';
import type { WayInUses } from '../uses';
import { MS2057 } from '../ingress/rules/ms2057';
import { MS2056 } from '../node-ports/rules/ms2056';
import { MS2050 } from './ms2050';
import { MS2051 } from './ms2051';
import { MS2053 } from './ms2053';
import { MS2054 } from './ms2054';

/** Rules for features of ways in. */
export const WAY_IN_RULES: readonly Rule<WayInUses>[] = [MS2050, MS2051];

/** Findings about ways in. */
export const WAY_IN_DEFINITIONS: readonly FindingDefinition[] = [...WAY_IN_RULES, MS2053, MS2054, MS2056, MS2057];
