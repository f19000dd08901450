import { evaluateRules, Problem } from '../errors';
import type { Call, FunctionFacts, MicroserviceFacts, NamespaceFacts, Party } from '../program';
import type { Delivery } from '../emit/delivery';
import { type Mesh, MESH_RULES } from '../emit/mesh';
import type { Autoscaling } from '../emit/scaling';
import type { Functions } from '../emit/serverless';
import { evaluate, Rule } from './rule';
import { exposures } from './rules/call/exposures';
import { external } from './rules/call/external';
import { HalfFacts, halves } from './rules/call/halves';
import { kubernetesApi } from './rules/call/kubernetes-api';
import { otherClusters } from './rules/call/other-clusters';
import { policy } from './rules/call/policy';
import { publicExposure } from './rules/call/public';
import { reach } from './rules/call/reach';
import { repetition } from './rules/call/repetition';
import { BindingFacts, roleBinding } from './rules/call/role-binding';
import { target } from './rules/call/target';
import { timing } from './rules/call/timing';
import { DELIVERY_RULES, DELIVERY_STACK_RULES, ROLLOUT_RULES } from './rules/delivery';
import {
  FUNCTION_CALL_RULES,
  FUNCTION_MESH_RULES,
  FUNCTION_PLATFORM_RULES,
  FUNCTION_SETTING_RULES,
  functionSettingProblems,
} from './rules/function';
import { functionPortInRange } from './rules/function/port';
import { MESH_CALL_RULES } from './rules/mesh';
import { MICROSERVICE_RULES as WORKLOAD_RULES } from './rules/microservice';
import {
  MS5001_EXTERNAL,
  OBSERVABILITY_CALL_RULES,
  OBSERVABILITY_RULES,
  OBSERVABILITY_STACK_RULES,
  TELEMETRY_RULES,
} from './rules/observability';
import { AUTOSCALING_RULES, FUNCTION_SCALING_RULES, SCALING_RULES, supportedSignals } from './rules/scaling';
import { concurrency } from './rules/microservice/concurrency';
import { containers } from './rules/microservice/containers';
import { environment } from './rules/microservice/environment';
import { image } from './rules/microservice/image';
import { labels } from './rules/microservice/labels';
import { name } from './rules/microservice/name';
import { placement } from './rules/microservice/placement';
import { ports } from './rules/microservice/ports';
import { probes } from './rules/microservice/probes';
import { required } from './rules/microservice/required';
import { resources } from './rules/microservice/resources';
import { scaling } from './rules/microservice/scaling';
import { security } from './rules/microservice/security';
import { variableSources } from './rules/microservice/variable-sources';
import { volumes } from './rules/microservice/volumes';
import { zones } from './rules/microservice/zones';
import { namespace } from './rules/stack/namespace';
import { platform } from './rules/stack/platform';
import { settings } from './rules/stack/settings';
import { sharing } from './rules/stack/sharing';
import type { StackFacts } from './stack-facts';

export { CATALOGUE } from './catalogue';
export { withheldSetting } from './rules/function';
export type { StackPart } from './stack-facts';

const MICROSERVICE_RULES: readonly Rule<MicroserviceFacts>[] = [
  name,
  image,
  containers,
  ports,
  environment,
  variableSources,
  volumes,
  probes,
  resources,
  scaling,
  concurrency,
  placement,
  zones,
  labels,
  security,
  required,
  exposures,
  publicExposure,
  repetition,
  kubernetesApi,
  otherClusters,
];
/** Of those for microservices, the ones about what functions have too. */
const FUNCTION_RULES: readonly Rule<FunctionFacts>[] = [
  name,
  image,
  containers,
  environment,
  variableSources,
  volumes,
  probes,
  resources,
  placement,
  zones,
  labels,
  security,
  required,
  publicExposure,
  repetition,
  otherClusters,
  functionPortInRange,
];
const CALL_RULES: readonly Rule<Call>[] = [target, policy, timing, reach];
const STACK_RULES: readonly Rule<StackFacts>[] = [namespace, platform, settings];

/** What is wrong with a microservice and with the calls that are stated at it. */
export function checkMicroservice(facts: MicroserviceFacts): Problem[] {
  return [
    ...evaluateRules([...WORKLOAD_RULES, ...SCALING_RULES, ...OBSERVABILITY_RULES, ...TELEMETRY_RULES], facts),
    ...evaluate(MICROSERVICE_RULES, facts),
    ...[...facts.outbound, ...facts.accepted].flatMap(checkCall),
  ];
}

function checkCall(call: Call): Problem[] {
  return [...evaluate(CALL_RULES, call), ...evaluateRules([...OBSERVABILITY_CALL_RULES, ...FUNCTION_CALL_RULES], call)];
}

/** What is wrong with a microservice in the mesh of its platform. */
export function checkMesh(mesh: Mesh, facts: MicroserviceFacts): Problem[] {
  return [
    ...evaluateRules(MESH_RULES, { mesh, microservice: facts }),
    ...facts.outbound.flatMap((call) => evaluateRules(MESH_CALL_RULES, call)),
    ...mesh._problems(facts),
  ];
}

/** What is wrong with a function, with the calls that are stated at it, and with what runs it. */
export function checkFunction(functions: Functions | undefined, mesh: Mesh, facts: FunctionFacts): Problem[] {
  return [
    ...evaluateRules(FUNCTION_PLATFORM_RULES, { functions, name: facts.name }),
    ...(functions?._problems(facts) ?? []),
    ...functionSettingProblems(functions, facts),
    ...evaluateRules([...WORKLOAD_RULES, ...TELEMETRY_RULES], facts),
    ...evaluateRules([...FUNCTION_SCALING_RULES, ...FUNCTION_SETTING_RULES], facts),
    ...evaluate(FUNCTION_RULES, facts),
    ...facts.outbound.flatMap(checkCall),
    ...evaluateRules(FUNCTION_MESH_RULES, { mesh, facts }),
  ];
}

/** What is wrong with how a microservice is scaled by the autoscaler of its platform. */
export function checkScaling(autoscaling: Autoscaling, facts: MicroserviceFacts): Problem[] {
  const scaled = { autoscaling, microservice: facts };
  return [
    ...evaluateRules(AUTOSCALING_RULES, scaled),
    ...(supportedSignals(scaled).length === 0 ? [] : autoscaling._problems(facts)),
  ];
}

/** What is wrong with how new versions of a microservice are brought out. */
export function checkDelivery(delivery: Delivery, facts: MicroserviceFacts): Problem[] {
  return [
    ...evaluateRules(ROLLOUT_RULES, facts),
    ...evaluateRules(DELIVERY_RULES, { delivery, microservice: facts }),
    ...delivery._problems(facts),
  ];
}

/** What is wrong with the roles that a microservice is to have. */
export function checkRoleBinding(facts: BindingFacts): Problem[] {
  return roleBinding(facts);
}

/** What is wrong with calls that are stated at a microservice by references. */
export function checkHalves(facts: HalfFacts): Problem[] {
  return halves(facts);
}

/** What is wrong with an external service. */
export function checkExternalService(party: Party): Problem[] {
  return [...external(party), ...evaluateRules([MS5001_EXTERNAL], party)];
}

/** What is wrong with an application stack. */
export function checkStack(facts: StackFacts): Problem[] {
  return [
    ...evaluate(STACK_RULES, facts),
    ...evaluateRules([...OBSERVABILITY_STACK_RULES, ...DELIVERY_STACK_RULES], facts),
  ];
}

/** What is wrong between stacks that share a namespace. */
export function checkNamespaceSharing(sharers: readonly NamespaceFacts[]): Problem[] {
  return sharing(sharers);
}
