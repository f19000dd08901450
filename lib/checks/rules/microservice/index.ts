import type { Rule } from '../../../errors';
import type { MicroserviceFacts } from '../../../program';
import { MS1020 } from './ms1020';

/** Rules for microservices and functions. */
export const MICROSERVICE_RULES: readonly Rule<MicroserviceFacts>[] = [MS1020];
