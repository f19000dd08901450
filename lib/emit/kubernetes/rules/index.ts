import type { FindingDefinition } from '../../../errors';
import { MS0017 } from './ms0017';
import { MS0025 } from './ms0025';
import { MS1005 } from './ms1005';
import { MS1026 } from './ms1026';
import { MS1027 } from './ms1027';
import { MS1040 } from './ms1040';
import { MS1041 } from './ms1041';
import { MS6010 } from './ms6010';

export { MS0017, MS0025, MS1005, MS1026, MS1027, MS1040, MS1041, MS6010 };
export { MS1065_ADDRESS } from './ms1065';

/** Findings about rendered objects. */
export const KUBERNETES_DEFINITIONS: readonly FindingDefinition[] = [
  MS0017,
  MS0025,
  MS1005,
  MS1026,
  MS1027,
  MS1040,
  MS1041,
  MS6010,
];
