import type { FindingDefinition, Rule } from '../../../errors';
import type { NamespaceFacts } from '../../../program';
import type { PlatformUse, StackFacts } from '../../stack-facts';
import { MS1024_OF_STACK, MS1025_OF_STACK, MS1027_OF_STACK } from '../microservice';
import { MS0018 } from './ms0018';
import { MS3001 } from './ms3001';
import { MS3002 } from './ms3002';
import { MS3003 } from './ms3003';
import { MS3005 } from './ms3005';
import { MS3006 } from './ms3006';
import { MS3007 } from './ms3007';
import { MS3010 } from './ms3010';
import { type ForeignPods, MS3011 } from './ms3011';
import { type ForeignRoute, MS3012 } from './ms3012';

export type { ForeignPods, ForeignRoute };

/** Rules for an application stack. */
export const STACK_RULES: readonly Rule<StackFacts>[] = [
  MS1024_OF_STACK,
  MS1025_OF_STACK,
  MS1027_OF_STACK,
  MS3001,
  MS3007,
  MS3010,
];

/** Rules for a platform, whichever stacks use it. */
export const PLATFORM_RULES: readonly Rule<PlatformUse>[] = [MS0018, MS3003, MS3005, MS3006];

/** Rules for stacks that share a namespace. */
export const NAMESPACE_RULES: readonly Rule<readonly NamespaceFacts[]>[] = [MS3002];

/** Rules for objects that are not of this library and make pods. */
export const FOREIGN_POD_RULES: readonly Rule<ForeignPods>[] = [MS3011];

/** Rules for routes that are not of this library. */
export const FOREIGN_ROUTE_RULES: readonly Rule<ForeignRoute>[] = [MS3012];

/** Findings about application stacks and platforms. */
export const STACK_DEFINITIONS: readonly FindingDefinition[] = [
  MS0018,
  MS3001,
  MS3002,
  MS3003,
  MS3005,
  MS3006,
  MS3007,
  MS3010,
  MS3011,
  MS3012,
];
