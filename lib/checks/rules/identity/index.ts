import type { FindingDefinition, Rule } from '../../../errors';
import type { DeploymentWorkload, Workload } from '../../../program';
import type { IdentityFacts } from './identity-facts';
import { MS1150 } from './ms1150';
import { type AccountFacts, MS1151, MS1151_SHARED } from './ms1151';
import { MS1152 } from './ms1152';
import { MS1153 } from './ms1153';
import { MS1154 } from './ms1154';

export type { AccountFacts, IdentityFacts };

/** Rules for the names of a workload and of its account. */
export const NAME_RULES: readonly Rule<Workload>[] = [MS1150, MS1151];

/** Rules for an account that workloads share. */
export const SHARED_ACCOUNT_RULES: readonly Rule<AccountFacts>[] = [MS1151_SHARED];

/** Rules for a workload beside others of its namespace. */
export const IDENTITY_RULES: readonly Rule<IdentityFacts>[] = [MS1152, MS1153];

/** Rules for adopted names of workloads that are rolled out. */
export const ADOPTED_ROLLOUT_RULES: readonly Rule<DeploymentWorkload>[] = [MS1154];

/** Findings about names, selectors and accounts. */
export const IDENTITY_DEFINITIONS: readonly FindingDefinition[] = [
  ...NAME_RULES,
  ...IDENTITY_RULES,
  ...ADOPTED_ROLLOUT_RULES,
];
