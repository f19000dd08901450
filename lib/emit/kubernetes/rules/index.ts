import type { FindingDefinition } from '../../../errors';
import { MS1027 } from './ms1027';

export { MS1027 };

/** Findings about rendered objects. */
export const KUBERNETES_DEFINITIONS: readonly FindingDefinition[] = [MS1027];
