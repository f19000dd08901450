import type { FindingDefinition, Rule } from '../../../errors';
import type { Edge, FunctionWorkload } from '../../../program';
import type { PlatformUse } from '../../stack-facts';
import type { FunctionBesideMesh } from './beside-mesh';
import { MS7001 } from './ms7001';
import { MS7003 } from './ms7003';
import { MS7004 } from './ms7004';
import { MS7009 } from './ms7009';
import { MS7010 } from './ms7010';
import { MS7011 } from './ms7011';
import { MS7012 } from './ms7012';

export { functionSettingProblems, withheldSetting } from './setting-origins';

/** Rules for the provider of functions of a platform. */
export const FUNCTION_PLATFORM_RULES: readonly Rule<PlatformUse>[] = [MS7001];

/** Rules for the settings of a function. */
export const FUNCTION_SETTING_RULES: readonly Rule<FunctionWorkload>[] = [MS7003, MS7004];

/** Rules for a function, whose pods are in no mesh. */
export const FUNCTION_MESH_RULES: readonly Rule<FunctionBesideMesh>[] = [MS7009, MS7010];

/** Rules for calls to and from functions. */
export const FUNCTION_CALL_RULES: readonly Rule<Edge>[] = [MS7011, MS7012];

/** Findings about functions. */
export const FUNCTION_RULE_DEFINITIONS: readonly FindingDefinition[] = [
  ...FUNCTION_PLATFORM_RULES,
  ...FUNCTION_SETTING_RULES,
  ...FUNCTION_MESH_RULES,
  ...FUNCTION_CALL_RULES,
];
