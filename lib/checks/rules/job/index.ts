import type { FindingDefinition, Rule } from '../../../errors';
import type { JobWorkload } from '../../../program';
import { MS1080 } from './ms1080';
import { MS1081 } from './ms1081';
import { MS1082 } from './ms1082';
import { MS1083 } from './ms1083';
import { MS1084 } from './ms1084';
import { MS1085 } from './ms1085';
import { MS1086 } from './ms1086';
import { MS1087 } from './ms1087';
import { MS1088_SIDECARS } from './ms1088';

/** Rules only for jobs. */
export const JOB_RULES: readonly Rule<JobWorkload>[] = [
  MS1080,
  MS1081,
  MS1082,
  MS1083,
  MS1084,
  MS1085,
  MS1086,
  MS1087,
  MS1088_SIDECARS,
];

/** Findings about jobs. */
export const JOB_DEFINITIONS: readonly FindingDefinition[] = JOB_RULES;
