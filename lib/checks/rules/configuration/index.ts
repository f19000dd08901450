import type { FindingDefinition, Rule } from '../../../errors';
import type { Workload } from '../../../program';
import { MS1100 } from './ms1100';
import { MS1101 } from './ms1101';
import { MS1102 } from './ms1102';
import { MS1104 } from './ms1104';
import { MS1105 } from './ms1105';
import { type ExternalSecretFacts, MS1106 } from './ms1106';
import { MS1107, type ProviderFacts } from './ms1107';
import { MS1108 } from './ms1108';

/** Rules for the files and volumes of workloads of every kind. */
export const CONFIGURATION_RULES: readonly Rule<Workload>[] = [MS1100, MS1101, MS1102, MS1104, MS1105, MS1108];

/** Rules for Secrets that external-secrets makes. */
export const EXTERNAL_SECRET_RULES: readonly Rule<ExternalSecretFacts>[] = [MS1106];

/** Rules for secrets that the CSI driver for secrets mounts. */
export const PROVIDER_RULES: readonly Rule<ProviderFacts>[] = [MS1107];

/** Findings about configuration and secrets. */
export const CONFIGURATION_DEFINITIONS: readonly FindingDefinition[] = [
  ...CONFIGURATION_RULES,
  ...EXTERNAL_SECRET_RULES,
  ...PROVIDER_RULES,
];

export type { ExternalSecretFacts, ProviderFacts };
