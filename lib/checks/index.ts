import { evaluateRules, Problem } from '../errors';
import { Call, FunctionWorkload, DeploymentWorkload, NamespaceFacts, Party, portOf } from '../program';
import type { Delivery } from '../emit/delivery';
import type { Mesh } from '../emit/mesh';
import type { Autoscaling } from '../emit/scaling';
import type { Functions } from '../emit/serverless';
import { evaluate, Rule } from './rule';
import {
  BINDING_RULES,
  BindingFacts,
  CALL_RULES,
  CALLER_RULES,
  EXPOSURE_RULES,
  EXTERNAL_SERVICE_RULES,
  HALF_RULES,
  HalfFacts,
} from './rules/call';
import { MICROSERVICE_RULES, MS1016_OF_FUNCTION, PORT_RULES, WORKLOAD_RULES } from './rules/microservice';
import { NAMESPACE_RULES, STACK_RULES } from './rules/stack';
import { platformProblems } from './rules/stack/platform-problems';
import { promise, promiseProblems } from './rules/call/promise';
import { deliveryProblems } from './rules/delivery';
import { candidates } from './rules/delivery/candidates';
import { names } from './rules/delivery/names';
import { functionCalls, functionInMesh, functionSettingProblems, functionSettingsReach } from './rules/function';
import { meshProblems } from './rules/mesh';
import { alerts, backlogs } from './rules/observability/alerts';
import { logging, platformLogging } from './rules/observability/logging';
import { platformTracing, propagation, tracing } from './rules/observability/tracing';
import { feasibility } from './rules/observability/feasibility';
import { metrics } from './rules/observability/metrics';
import { objectives } from './rules/observability/objectives';
import { requestMetrics } from './rules/observability/request-metrics';
import { routes } from './rules/observability/routes';
import { sources } from './rules/observability/sources';
import { credentials } from './rules/scaling/credentials';
import { load } from './rules/scaling/load';
import { scalingMetrics } from './rules/scaling/metrics';
import { scalingRates } from './rules/scaling/rates';
import { schedules } from './rules/scaling/schedules';
import { scalingProblems } from './rules/scaling/support';
import type { StackFacts } from './stack-facts';

export { CATALOGUE } from './catalogue';
export { MS2019 } from './rules/call';
export { MS1031 } from './rules/microservice';
export { withheldSetting } from './rules/function';
export type { StackPart } from './stack-facts';

const MICROSERVICE_CHECKS: readonly Rule<DeploymentWorkload>[] = [
  scalingMetrics,
  load,
  scalingRates,
  schedules,
  credentials,
  metrics,
  requestMetrics,
  objectives,
  routes,
  sources,
  feasibility,
  tracing,
  logging,
  alerts,
  backlogs,
];
/** Of those for microservices, the ones about what functions have too. */
const FUNCTION_CHECKS: readonly Rule<FunctionWorkload>[] = [scalingMetrics, tracing, logging, functionSettingsReach];
const CALL_CHECKS: readonly Rule<Call>[] = [promise, propagation, functionCalls];
const STACK_CHECKS: readonly Rule<StackFacts>[] = [platformTracing, platformLogging, names, candidates];

/** Problems of a microservice and of the calls that are stated at it. */
export function checkMicroservice(facts: DeploymentWorkload): Problem[] {
  return [
    ...evaluateRules([...WORKLOAD_RULES, ...MICROSERVICE_RULES, ...CALLER_RULES, ...EXPOSURE_RULES], facts),
    ...evaluateRules(PORT_RULES, facts.ports),
    ...evaluate(MICROSERVICE_CHECKS, facts),
    ...[...facts.outbound, ...facts.accepted].flatMap(callProblems),
  ];
}

/** Problems of a microservice in the mesh of its platform. */
export function checkMesh(mesh: Mesh, facts: DeploymentWorkload): Problem[] {
  return meshProblems(mesh, facts);
}

/** Problems of a function, of the calls that are stated at it, and of its provider. */
export function checkFunction(functions: Functions | undefined, mesh: Mesh, facts: FunctionWorkload): Problem[] {
  return [
    ...(functions === undefined
      ? [
          {
            code: 'MS7001' as const,
            message: `nothing runs ${facts.name}`,
            given: 'the platform states no functions',
            allowed: 'platforms with new Platform({ functions: new KnativeServing() })',
            fix: 'state what runs functions, or run a Microservice',
          },
        ]
      : functions._problems(facts)),
    ...functionSettingProblems(functions, facts),
    ...evaluateRules([...WORKLOAD_RULES, ...CALLER_RULES], facts),
    ...evaluateRules([MS1016_OF_FUNCTION], facts),
    ...evaluate(FUNCTION_CHECKS, facts),
    ...facts.outbound.flatMap(callProblems),
    ...functionInMesh(mesh, facts),
  ];
}

/** Problems of the scaling of a microservice by the autoscaler of its platform. */
export function checkScaling(autoscaling: Autoscaling, facts: DeploymentWorkload): Problem[] {
  return scalingProblems(autoscaling, facts);
}

/** Problems of the delivery of new versions of a microservice. */
export function checkDelivery(delivery: Delivery, facts: DeploymentWorkload): Problem[] {
  return deliveryProblems(delivery, facts);
}

/** Problems of the roles of a microservice. */
export function checkRoleBinding(facts: BindingFacts): Problem[] {
  return evaluateRules(BINDING_RULES, facts);
}

/** Problems of calls that are stated at a microservice by references. */
export function checkHalves(facts: HalfFacts): Problem[] {
  return evaluateRules(HALF_RULES, facts);
}

/** Problems of an external service. */
export function checkExternalService(party: Party): Problem[] {
  return [
    ...evaluateRules(PORT_RULES, party.ports),
    ...evaluateRules(EXTERNAL_SERVICE_RULES, party),
    ...promiseProblems(party),
  ];
}

/** Problems of an application stack. */
export function checkStack(facts: StackFacts): Problem[] {
  return [...evaluateRules(STACK_RULES, facts), ...evaluate(STACK_CHECKS, facts), ...platformProblems(facts)];
}

/** Problems between stacks that share a namespace. */
export function checkNamespaceSharing(sharers: readonly NamespaceFacts[]): Problem[] {
  return evaluateRules(NAMESPACE_RULES, sharers);
}

function callProblems(call: Call): Problem[] {
  // The ports of an endpoint of this program are checked where it is stated.
  const ports = call.callee.statedElsewhere === true && portOf(call) !== undefined ? call.callee.ports : [];
  return [...evaluateRules(CALL_RULES, call), ...evaluateRules(PORT_RULES, ports), ...evaluate(CALL_CHECKS, call)];
}
