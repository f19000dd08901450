import type { FindingDefinition, Rule } from '../../../errors';
import type { EnvironmentFacts } from './environment-facts';
import { MS1060 } from './ms1060';
import { MS1062 } from './ms1062';
import { MS1063 } from './ms1063';
import { MS1064 } from './ms1064';
import { MS1103 } from './ms1103';

export type { EnvironmentFacts };

/** Rules for what containers read, and for their texts. */
export const ENVIRONMENT_RULES: readonly Rule<EnvironmentFacts>[] = [MS1060, MS1062, MS1063, MS1064, MS1103];

/** Findings about what containers read, and about their texts. */
export const ENVIRONMENT_DEFINITIONS: readonly FindingDefinition[] = ENVIRONMENT_RULES;
