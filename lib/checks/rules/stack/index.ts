import type { FindingDefinition, Rule } from '../../../errors';
import type { NamespaceFacts } from '../../../program';
import type { StackFacts } from '../../stack-facts';
import { MS1024_OF_STACK, MS1025_OF_STACK, MS1027_OF_STACK } from '../microservice';
import { MS0009_OF_STACK } from './ms0009';
import { MS0018 } from './ms0018';
import { MS3001 } from './ms3001';
import { MS3002 } from './ms3002';
import { MS3003 } from './ms3003';
import { MS3005 } from './ms3005';
import { MS3006 } from './ms3006';
import { MS3007 } from './ms3007';

/** Rules for an application stack and its platform. */
export const STACK_RULES: readonly Rule<StackFacts>[] = [
  MS0009_OF_STACK,
  MS0018,
  MS1024_OF_STACK,
  MS1025_OF_STACK,
  MS1027_OF_STACK,
  MS3001,
  MS3003,
  MS3005,
  MS3006,
  MS3007,
];

/** Rules for stacks that share a namespace. */
export const NAMESPACE_RULES: readonly Rule<readonly NamespaceFacts[]>[] = [MS3002];

/** Findings about application stacks and platforms. */
export const STACK_DEFINITIONS: readonly FindingDefinition[] = [MS0018, MS3001, MS3002, MS3003, MS3005, MS3006, MS3007];
