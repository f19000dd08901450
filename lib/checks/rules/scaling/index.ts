import type { FindingDefinition, Rule } from '../../../errors';
import type { FunctionWorkload, DeploymentWorkload } from '../../../program';
import { MS1066 } from './ms1066';
import { MS6001 } from './ms6001';
import { MS6002 } from './ms6002';
import { MS6003_FEATURES } from './ms6003';
import { MS6004 } from './ms6004';
import { MS6005 } from './ms6005';
import { MS6006 } from './ms6006';
import { MS6007 } from './ms6007';
import { MS6008, MS6008_FUNCTION } from './ms6008';
import { MS6009 } from './ms6009';
import { MS6011 } from './ms6011';
import { MS6013 } from './ms6013';
import { MS6014 } from './ms6014';
import { MS6015 } from './ms6015';
import { MS6016 } from './ms6016';
import { MS6017 } from './ms6017';
import { ScaledMicroservice, supportedSignals } from './scaled';

export { supportedSignals };

/** Rules for the scaling of microservices. */
export const SCALING_RULES: readonly Rule<DeploymentWorkload>[] = [
  MS1066,
  MS6001,
  MS6005,
  MS6006,
  MS6007,
  MS6008,
  MS6009,
  MS6011,
  MS6013,
];

/** Rules for the scaling of functions. */
export const FUNCTION_SCALING_RULES: readonly Rule<FunctionWorkload>[] = [MS6001, MS6008_FUNCTION, MS6009];

/** Rules for a microservice and the autoscaler of its platform. */
export const AUTOSCALING_RULES: readonly Rule<ScaledMicroservice>[] = [
  MS6002,
  MS6003_FEATURES,
  MS6004,
  MS6014,
  MS6015,
  MS6016,
  MS6017,
];

/** Findings about scaling. */
export const SCALING_RULE_DEFINITIONS: readonly FindingDefinition[] = [...SCALING_RULES, ...AUTOSCALING_RULES];
