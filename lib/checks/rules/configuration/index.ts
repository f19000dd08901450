import type { FindingDefinition, Rule } from '../../../errors';
import type { Workload } from '../../../program';
import { MS1100 } from './ms1100';
import { MS1101 } from './ms1101';
import { MS1102 } from './ms1102';
import { MS1104 } from './ms1104';
import { MS1105 } from './ms1105';

/** Rules for the files and volumes of workloads of every kind. */
export const CONFIGURATION_RULES: readonly Rule<Workload>[] = [MS1100, MS1101, MS1102, MS1104, MS1105];

/** Findings about configuration and secrets. */
export const CONFIGURATION_DEFINITIONS: readonly FindingDefinition[] = CONFIGURATION_RULES;
