import { ARGO_ROLLOUTS_DEFINITIONS, DELIVERY_DEFINITIONS, FLAGGER_DEFINITIONS } from '../emit/delivery';
import { KUBERNETES_DEFINITIONS } from '../emit/kubernetes';
import { ISTIO_DEFINITIONS, MESH_DEFINITIONS } from '../emit/mesh';
import { OBSERVABILITY_DEFINITIONS } from '../emit/observability';
import { SCALING_DEFINITIONS } from '../emit/scaling';
import { FUNCTION_DEFINITIONS, KNATIVE_DEFINITIONS } from '../emit/serverless';
import { WAY_IN_DEFINITIONS } from '../emit/ways-in';
import { type Catalogue, type FindingDefinition, PROGRAM_DEFINITIONS } from '../errors';
import { CALL_DEFINITIONS } from './rules/call';
import { AGENT_DEFINITIONS } from './rules/agent';
import { IDENTITY_DEFINITIONS } from './rules/identity';
import { JOB_DEFINITIONS } from './rules/job';
import { MICROSERVICE_DEFINITIONS } from './rules/microservice';
import { POD_DEFINITIONS } from './rules/pod';
import { STACK_DEFINITIONS } from './rules/stack';
import { CONFIGURATION_DEFINITIONS } from './rules/configuration';
import { DELIVERY_RULE_DEFINITIONS } from './rules/delivery';
import { ENVIRONMENT_DEFINITIONS } from './rules/environment';
import { FUNCTION_RULE_DEFINITIONS } from './rules/function';
import { MESH_CALL_DEFINITIONS } from './rules/mesh';
import { OBSERVABILITY_RULE_DEFINITIONS } from './rules/observability';
import { SCALING_RULE_DEFINITIONS } from './rules/scaling';
import { STATEFUL_DEFINITIONS } from './rules/stateful';
import { ENTRY_DEFINITIONS } from './rules/way-in';

const DEFINITIONS: readonly FindingDefinition[] = [
  ...PROGRAM_DEFINITIONS,
  ...KUBERNETES_DEFINITIONS,
  ...MESH_DEFINITIONS,
  ...MICROSERVICE_DEFINITIONS,
  ...AGENT_DEFINITIONS,
  ...JOB_DEFINITIONS,
  ...POD_DEFINITIONS,
  ...ENVIRONMENT_DEFINITIONS,
  ...CALL_DEFINITIONS,
  ...STACK_DEFINITIONS,
  ...ISTIO_DEFINITIONS,
  ...OBSERVABILITY_DEFINITIONS,
  ...SCALING_DEFINITIONS,
  ...DELIVERY_DEFINITIONS,
  ...ARGO_ROLLOUTS_DEFINITIONS,
  ...FLAGGER_DEFINITIONS,
  ...FUNCTION_DEFINITIONS,
  ...KNATIVE_DEFINITIONS,
  ...MESH_CALL_DEFINITIONS,
  ...OBSERVABILITY_RULE_DEFINITIONS,
  ...SCALING_RULE_DEFINITIONS,
  ...DELIVERY_RULE_DEFINITIONS,
  ...STATEFUL_DEFINITIONS,
  ...CONFIGURATION_DEFINITIONS,
  ...FUNCTION_RULE_DEFINITIONS,
  ...IDENTITY_DEFINITIONS,
  ...WAY_IN_DEFINITIONS,
  ...ENTRY_DEFINITIONS,
];

/**
 * Every definition, by code and sorted: 0 the program and its output, 1 microservices, 2 calls and exposures, 3 stacks
 * and platforms, 4 meshes, 5 observability, 6 scaling and delivery, 7 functions.
 */
export const CATALOGUE: Catalogue = new Map(
  DEFINITIONS.map((definition) => [definition.code, definition] as const).sort(([one], [other]) =>
    one < other ? -1 : 1,
  ),
);
