import type { FindingDefinition, Rule } from '../../../../errors';
import type { DeploymentWorkload } from '../../../../program';
import { MS6140 } from './ms6140';
import { MS6141 } from './ms6141';
import { GatedMicroservice, MS6142 } from './ms6142';
import { MS6143 } from './ms6143';
import { MS6144 } from './ms6144';
import { MS6145 } from './ms6145';
import { FlaggerFacts, MS6146 } from './ms6146';
import { MS6150 } from './ms6150';

/** Rules for an installation of Flagger. */
export const PLATFORM_RULES: readonly Rule<FlaggerFacts>[] = [MS6146];

/** Rules for a microservice that any installation of Flagger brings out. */
export const MICROSERVICE_RULES: readonly Rule<DeploymentWorkload>[] = [MS6140, MS6141, MS6143, MS6144, MS6145, MS6150];

/** Rules for a microservice that one installation of Flagger brings out. */
export const INSTALLATION_RULES: readonly Rule<GatedMicroservice>[] = [MS6142];

/** Findings about Flagger. */
export const FLAGGER_DEFINITIONS: readonly FindingDefinition[] = [
  ...PLATFORM_RULES,
  ...MICROSERVICE_RULES,
  ...INSTALLATION_RULES,
];
