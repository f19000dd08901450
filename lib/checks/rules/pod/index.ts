import type { FindingDefinition, Rule } from '../../../errors';
import type { FunctionWorkload, Workload } from '../../../program';
import { MS1120 } from './ms1120';
import { MS1121 } from './ms1121';
import { MS1122 } from './ms1122';
import { MS1123 } from './ms1123';
import { MS1124 } from './ms1124';
import { MS1125 } from './ms1125';
import { MS1126 } from './ms1126';
import { MS1127 } from './ms1127';
import { MS1128 } from './ms1128';
import { MS1129 } from './ms1129';

/** Rules for what is stated about the pods of any workload. */
export const POD_RULES: readonly Rule<Workload>[] = [
  MS1120,
  MS1121,
  MS1122,
  MS1123,
  MS1124,
  MS1125,
  MS1126,
  MS1127,
  MS1129,
];

/** Rules for what is stated about the pods of functions. */
export const FUNCTION_POD_RULES: readonly Rule<FunctionWorkload>[] = [MS1128];

/** Findings about pods. */
export const POD_DEFINITIONS: readonly FindingDefinition[] = [...POD_RULES, ...FUNCTION_POD_RULES];
