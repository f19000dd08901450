import type { FindingDefinition, Rule } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import type { StackFacts } from '../../stack-facts';
import type { DeliveredMicroservice } from './delivered';
import { MS6101_NAMES } from './ms6101';
import { MS6102 } from './ms6102';
import { MS6103 } from './ms6103';
import { MS6104 } from './ms6104';
import { MS6105 } from './ms6105';
import { MS6106 } from './ms6106';
import { MS6107 } from './ms6107';
import { MS6108 } from './ms6108';
import { MS6109 } from './ms6109';
import { MS6110 } from './ms6110';
import { MS6111 } from './ms6111';
import { MS6112 } from './ms6112';
import { MS6113 } from './ms6113';
import { MS6114 } from './ms6114';
import { MS6115 } from './ms6115';
import { MS6116 } from './ms6116';

/** Rules for the rollout of a microservice. */
export const ROLLOUT_RULES: readonly Rule<DeploymentWorkload>[] = [
  MS6102,
  MS6103,
  MS6104,
  MS6105,
  MS6106,
  MS6107,
  MS6108,
  MS6109,
  MS6110,
  MS6113,
  MS6114,
  MS6116,
];

/** Rules for a microservice and the delivery of its platform. */
export const DELIVERY_RULES: readonly Rule<DeliveredMicroservice>[] = [MS6111, MS6112];

/** Rules for the names of versions and candidates. */
export const DELIVERY_STACK_RULES: readonly Rule<StackFacts>[] = [MS6101_NAMES, MS6115];

/** Findings about rollouts. */
export const DELIVERY_RULE_DEFINITIONS: readonly FindingDefinition[] = [
  ...ROLLOUT_RULES,
  ...DELIVERY_RULES,
  ...DELIVERY_STACK_RULES,
];
