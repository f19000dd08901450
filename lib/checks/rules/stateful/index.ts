import type { FindingDefinition, Rule } from '../../../errors';
import type { DeploymentWorkload, Edge, Workload } from '../../../program';
import { MS1070 } from './ms1070';
import { MS1071 } from './ms1071';
import { MS1072, MS1072_OF_JOB } from './ms1072';
import { MS1073 } from './ms1073';
import { MS1074 } from './ms1074';
import { MS1075 } from './ms1075';
import { MS1076 } from './ms1076';
import { MS1077 } from './ms1077';
import { MS6123 } from './ms6123';

export { MS1072_OF_JOB };

/** Rules for the claims and replicas of workloads that run all the time. */
export const STATEFUL_RULES: readonly Rule<DeploymentWorkload>[] = [
  MS1070,
  MS1072,
  MS1073,
  MS1074,
  MS1075,
  MS1077,
  MS6123,
];

/** Rules for the mounts of claims, of every kind of workload. */
export const CLAIM_RULES: readonly Rule<Workload>[] = [MS1071];

/** Rules for calls to single replicas. */
export const REPLICA_CALL_RULES: readonly Rule<Edge>[] = [MS1076];

/** Findings about claims and replicas. */
export const STATEFUL_DEFINITIONS: readonly FindingDefinition[] = [
  ...STATEFUL_RULES,
  ...CLAIM_RULES,
  ...REPLICA_CALL_RULES,
];
