import type { FindingDefinition, Rule } from '../../../../errors';
import type { DeploymentWorkload } from '../../../../program';
import { MS6120 } from './ms6120';
import { MS6121 } from './ms6121';
import { ControllerFacts, MS6122 } from './ms6122';

/** Rules for an installation of Argo Rollouts. */
export const PLATFORM_RULES: readonly Rule<ControllerFacts>[] = [MS6122];

/** Rules for a microservice that Argo Rollouts brings out. */
export const MICROSERVICE_RULES: readonly Rule<DeploymentWorkload>[] = [MS6120, MS6121];

/** Findings about Argo Rollouts. */
export const ARGO_ROLLOUTS_DEFINITIONS: readonly FindingDefinition[] = [...PLATFORM_RULES, ...MICROSERVICE_RULES];
