import type { Delivery } from '../emit/delivery';
import { type Mesh, MESH_RULES } from '../emit/mesh';
import type { Autoscaling } from '../emit/scaling';
import type { Functions } from '../emit/serverless';
import { type WayIn, WAY_IN_RULES } from '../emit/ways-in';
import { eachApart, evaluateRules, type Problem } from '../errors';
import {
  type Edge,
  type DeploymentWorkload,
  type FunctionWorkload,
  isDelivered,
  type JobWorkload,
  type NamespaceFacts,
} from '../program';
import { AGENT_MESH_RULES, AGENT_NODE_RULES, AGENT_RULES } from './rules/agent';
import {
  BINDING_RULES,
  CALLED_SERVICE_RULES,
  type CalledService,
  type BindingFacts,
  CALL_RULES,
  CALLER_RULES,
  CLUSTER_RULES,
  EXPOSURE_RULES,
  EXTERNAL_SERVICE_RULES,
  HALF_RULES,
  type HalfFacts,
  HOST_RULES,
  type HostFacts,
  METRICS_PORT_RULES,
} from './rules/call';
import {
  CONFIGURATION_RULES,
  EXTERNAL_SECRET_RULES,
  type ExternalSecretFacts,
  PROVIDER_RULES,
  type ProviderFacts,
} from './rules/configuration';
import { DELIVERY_RULES, DELIVERY_STACK_RULES, ROLLOUT_RULES } from './rules/delivery';
import { ENVIRONMENT_RULES, type EnvironmentFacts } from './rules/environment';
import {
  FUNCTION_CALL_RULES,
  FUNCTION_MESH_RULES,
  FUNCTION_PLATFORM_RULES,
  FUNCTION_SETTING_RULES,
  functionSettingProblems,
} from './rules/function';
import {
  type AccountFacts,
  ADOPTED_ROLLOUT_RULES,
  IDENTITY_RULES,
  type IdentityFacts,
  NAME_RULES,
  SHARED_ACCOUNT_RULES,
} from './rules/identity';
import { JOB_RULES } from './rules/job';
import { MESH_CALL_RULES, MESH_HALF_RULES } from './rules/mesh';
import { MICROSERVICE_RULES, MS1016_OF_FUNCTION, PORT_RULES, WORKLOAD_RULES } from './rules/microservice';
import {
  MS5001_EXTERNAL,
  OBSERVABILITY_CALL_RULES,
  OBSERVABILITY_JOB_RULES,
  OBSERVABILITY_RULES,
  OBSERVABILITY_PLATFORM_RULES,
  TELEMETRY_RULES,
} from './rules/observability';
import { FUNCTION_POD_RULES, POD_RULES } from './rules/pod';
import { CLAIM_RULES, MS1072_OF_JOB, REPLICA_CALL_RULES, STATEFUL_RULES } from './rules/stateful';
import { AUTOSCALING_RULES, FUNCTION_SCALING_RULES, SCALING_RULES, supportedSignals } from './rules/scaling';
import {
  FOREIGN_POD_RULES,
  FOREIGN_ROUTE_RULES,
  type ForeignPods,
  type ForeignRoute,
  NAMESPACE_RULES,
  PLATFORM_RULES,
  STACK_RULES,
} from './rules/stack';
import { ENTRY_RULES } from './rules/way-in';
import { platformProblems } from './rules/stack/platform-problems';
import type { PlatformUse, StackFacts } from './stack-facts';

export { CATALOGUE } from './catalogue';
export { MS2019 } from './rules/call';
export { MS1031 } from './rules/microservice';
export { withheldSetting } from './rules/function';
export type { IdentityFacts } from './rules/identity';
export type { HalfFacts, KnownService } from './rules/call';
export type { PlatformUse, StackPart } from './stack-facts';

const EVERY_KIND_RULES = [...WORKLOAD_RULES, ...CLAIM_RULES, ...CONFIGURATION_RULES, ...CALLER_RULES];
const STATEMENT_RULES = [...EVERY_KIND_RULES, ...MICROSERVICE_RULES, ...EXPOSURE_RULES];
const ALL_PORT_RULES = [...PORT_RULES, ...METRICS_PORT_RULES];
const OPERATION_RULES = [...SCALING_RULES, ...OBSERVABILITY_RULES, ...TELEMETRY_RULES];
const ALL_CALL_RULES = [...CALL_RULES, ...OBSERVABILITY_CALL_RULES, ...FUNCTION_CALL_RULES, ...REPLICA_CALL_RULES];
const ALL_STACK_RULES = [...STACK_RULES, ...DELIVERY_STACK_RULES];

/** Problems of a microservice and of the calls that are stated at it. */
export function checkMicroservice(facts: DeploymentWorkload): Problem[] {
  return evaluateRules(STATEMENT_RULES, facts).concat(
    evaluateRules([...STATEFUL_RULES, ...AGENT_RULES, ...POD_RULES], facts),
    evaluateRules(ALL_PORT_RULES, facts.ports),
    evaluateRules(OPERATION_RULES, facts),
    facts.outbound.concat(facts.accepted).flatMap(callProblems),
  );
}

/** Problems of a microservice in the mesh of its platform. */
export function checkMesh(mesh: Mesh, facts: DeploymentWorkload): Problem[] {
  const uses = { mesh, microservice: facts };
  return evaluateRules(MESH_RULES, uses).concat(
    facts.outbound.flatMap((call) => evaluateRules(MESH_CALL_RULES, call)),
    evaluateRules([...MESH_HALF_RULES, ...AGENT_MESH_RULES], uses),
    eachApart({ 'the mesh': () => mesh._problems(facts) }),
  );
}

/** Problems of a microservice behind the way in that its platform states. */
export function checkWayIn(wayIn: WayIn | undefined, mesh: Mesh, facts: DeploymentWorkload): Problem[] {
  if (wayIn === undefined || facts.exposures.length === 0) return [];
  return evaluateRules(WAY_IN_RULES, { wayIn, microservice: facts }).concat(
    evaluateRules(ENTRY_RULES, { mesh, microservice: facts }),
    eachApart({ 'the way in': () => wayIn._problems(facts) }),
  );
}

/** Problems of a function, of the calls that are stated at it, and of its provider. */
export function checkFunction(functions: Functions | undefined, mesh: Mesh, facts: FunctionWorkload): Problem[] {
  return [
    ...eachApart({
      'the provider of functions': () => functions?._problems(facts) ?? [],
      'the settings of functions': () => functionSettingProblems(functions, facts),
    }),
    ...evaluateRules([...EVERY_KIND_RULES, ...TELEMETRY_RULES], facts),
    ...evaluateRules([...POD_RULES, ...FUNCTION_POD_RULES], facts),
    ...evaluateRules([MS1016_OF_FUNCTION, ...FUNCTION_SCALING_RULES, ...FUNCTION_SETTING_RULES], facts),
    ...facts.outbound.flatMap(callProblems),
    ...evaluateRules(FUNCTION_MESH_RULES, { mesh, facts }),
  ];
}

/** Problems of a job, of the calls that are stated at it, and of its mesh. */
export function checkJob(mesh: Mesh, facts: JobWorkload): Problem[] {
  return [
    ...evaluateRules([...EVERY_KIND_RULES, ...POD_RULES, ...JOB_RULES, MS1072_OF_JOB], facts),
    ...evaluateRules([...TELEMETRY_RULES, ...OBSERVABILITY_JOB_RULES], facts),
    ...facts.outbound.flatMap(callProblems),
    ...evaluateRules([...MESH_RULES, ...MESH_HALF_RULES], { mesh, microservice: facts }),
    ...facts.outbound.flatMap((call) => evaluateRules(MESH_CALL_RULES, call)),
    ...eachApart({ 'the mesh': () => mesh._problemsOfJob(facts) }),
  ];
}

/** Problems of the scaling of a microservice by the autoscaler of its platform. */
export function checkScaling(autoscaling: Autoscaling, facts: DeploymentWorkload): Problem[] {
  // The nodes decide how many pods of an agent there are.
  if (facts.perNode !== undefined) return [];
  const scaled = { autoscaling, microservice: facts };
  return evaluateRules(AUTOSCALING_RULES, scaled).concat(
    eachApart({
      'the autoscaler': () => (supportedSignals(scaled).length === 0 ? [] : autoscaling._problems(facts)),
    }),
  );
}

/** Problems of the delivery of new versions of a microservice. */
export function checkDelivery(delivery: Delivery, facts: DeploymentWorkload): Problem[] {
  if (!isDelivered(facts)) return [];
  return evaluateRules([...ROLLOUT_RULES, ...ADOPTED_ROLLOUT_RULES], facts).concat(
    evaluateRules(DELIVERY_RULES, { delivery, microservice: facts }),
    eachApart({ 'the delivery': () => delivery._problems(facts) }),
  );
}

/** Problems of the texts of a workload's containers. */
export function checkEnvironment(facts: EnvironmentFacts): Problem[] {
  return evaluateRules(ENVIRONMENT_RULES, facts);
}

/** Problems of the roles of a microservice. */
export function checkRoleBinding(facts: BindingFacts): Problem[] {
  return evaluateRules(BINDING_RULES, facts);
}

/** Problems of the names of a workload, and of its selector and account beside others of its namespace. */
export function checkIdentity(facts: IdentityFacts): Problem[] {
  return [...evaluateRules(NAME_RULES, facts.workload), ...evaluateRules(IDENTITY_RULES, facts)];
}

/** Problems of calls that are stated at a microservice by references. */
export function checkHalves(facts: HalfFacts): Problem[] {
  return evaluateRules(HALF_RULES, facts);
}

/** Problems of an external service. */
export function checkExternalService(called: CalledService): Problem[] {
  const { endpoint } = called;
  return [
    ...evaluateRules(PORT_RULES, endpoint.ports),
    ...evaluateRules([...EXTERNAL_SERVICE_RULES, MS5001_EXTERNAL], endpoint),
    ...evaluateRules(CALLED_SERVICE_RULES, called),
  ];
}

/** Problems of the host of an external service. */
export function checkExternalHost(facts: HostFacts): Problem[] {
  return evaluateRules(HOST_RULES, facts);
}

/** Problems of an account that workloads share. */
export function checkSharedAccount(facts: AccountFacts): Problem[] {
  return evaluateRules(SHARED_ACCOUNT_RULES, facts);
}

/** Problems of a Secret that external-secrets makes. */
export function checkExternalSecret(facts: ExternalSecretFacts): Problem[] {
  return evaluateRules(EXTERNAL_SECRET_RULES, facts);
}

/** Problems of secrets that the CSI driver for secrets mounts. */
export function checkSecretProviderClass(facts: ProviderFacts): Problem[] {
  return evaluateRules(PROVIDER_RULES, facts);
}

/** Problems of an application stack. */
export function checkStack(facts: StackFacts): Problem[] {
  return [
    ...evaluateRules(ALL_STACK_RULES, facts),
    ...(facts.platformUse === undefined ? [] : checkPlatform(facts.platformUse)),
  ];
}

/** Problems of a platform: one finding for one cause, however many workloads it concerns. */
function checkPlatform(use: PlatformUse): Problem[] {
  return [
    ...evaluateRules(
      [
        ...PLATFORM_RULES,
        ...AGENT_NODE_RULES,
        ...CLUSTER_RULES,
        ...OBSERVABILITY_PLATFORM_RULES,
        ...FUNCTION_PLATFORM_RULES,
      ],
      use,
    ),
    ...platformProblems(use),
  ];
}

/** Problems of pods of an object that is not of this library. */
export function checkForeignPods(facts: ForeignPods): Problem[] {
  return evaluateRules(FOREIGN_POD_RULES, facts);
}

/** Problems of a route that is not of this library. */
export function checkForeignRoute(facts: ForeignRoute): Problem[] {
  return evaluateRules(FOREIGN_ROUTE_RULES, facts);
}

/** Problems between stacks that share a namespace. */
export function checkNamespaceSharing(sharers: readonly NamespaceFacts[]): Problem[] {
  return evaluateRules(NAMESPACE_RULES, sharers);
}

function callProblems(call: Edge): Problem[] {
  // The ports of an endpoint of this program are checked where it is stated.
  const ports = call.callee.statedElsewhere === true && call.port !== undefined ? call.callee.ports : [];
  return evaluateRules(ALL_CALL_RULES, call).concat(evaluateRules(PORT_RULES, ports));
}
