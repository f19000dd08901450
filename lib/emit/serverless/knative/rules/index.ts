import type { FindingDefinition, Rule } from '../../../../errors';
import type { FunctionWorkload } from '../../../../program';
import type { KnativeFacts } from '../facts';
import { FunctionOnKnative, SettingRule, settingProblemsOf } from './facts';
import { MS7002 } from './ms7002';
import { MS7005 } from './ms7005';
import { MS7006, MS7006_VARIABLES, MS7006_VOLUMES } from './ms7006';
import { MS7007, MS7007_ROLLOUT } from './ms7007';
import { MS7008_KNATIVE } from './ms7008';
import { MS7013 } from './ms7013';

export { settingProblemsOf };

/** Rules for an installation of Knative Serving. */
export const PLATFORM_RULES: readonly Rule<KnativeFacts>[] = [MS7002];

/** Rules for settings that Knative would refuse. */
export const SETTING_RULES: readonly SettingRule[] = [MS7006, MS7007, MS7008_KNATIVE];

/** Rules for a function on any installation of Knative. */
export const FUNCTION_RULES: readonly Rule<FunctionWorkload>[] = [MS7005, MS7007_ROLLOUT, MS7013];

/** Rules for a function on one installation of Knative. */
export const INSTALLATION_RULES: readonly Rule<FunctionOnKnative>[] = [MS7006_VARIABLES, MS7006_VOLUMES];

/** Findings about Knative Serving. */
export const KNATIVE_DEFINITIONS: readonly FindingDefinition[] = [
  ...PLATFORM_RULES,
  ...SETTING_RULES,
  ...FUNCTION_RULES,
  ...INSTALLATION_RULES,
];
