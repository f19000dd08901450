import { evaluateRules, Problem } from '../errors';
import type { Call, FunctionFacts, MicroserviceFacts, NamespaceFacts, Party } from '../program';
import type { Delivery } from '../emit/delivery';
import type { Mesh } from '../emit/mesh';
import type { Autoscaling } from '../emit/scaling';
import type { Functions } from '../emit/serverless';
import { evaluate, Rule } from './rule';
import { exposures } from './rules/call/exposures';
import { external } from './rules/call/external';
import { HalfFacts, halves } from './rules/call/halves';
import { kubernetesApi } from './rules/call/kubernetes-api';
import { otherClusters } from './rules/call/other-clusters';
import { policy } from './rules/call/policy';
import { promise } from './rules/call/promise';
import { publicExposure } from './rules/call/public';
import { reach } from './rules/call/reach';
import { repetition } from './rules/call/repetition';
import { BindingFacts, roleBinding } from './rules/call/role-binding';
import { target } from './rules/call/target';
import { timing } from './rules/call/timing';
import { deliveryProblems } from './rules/delivery';
import { candidates } from './rules/delivery/candidates';
import { names } from './rules/delivery/names';
import {
  functionCalls,
  functionInMesh,
  functionPortInRange,
  functionSettingProblems,
  functionSettingsReach,
} from './rules/function';
import { meshProblems } from './rules/mesh';
import { MICROSERVICE_RULES as WORKLOAD_RULES } from './rules/microservice';
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
  scalingMetrics,
  load,
  scalingRates,
  schedules,
  credentials,
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
  scalingMetrics,
  tracing,
  logging,
  functionPortInRange,
  functionSettingsReach,
];
const CALL_RULES: readonly Rule<Call>[] = [target, policy, promise, timing, reach, propagation, functionCalls];
const STACK_RULES: readonly Rule<StackFacts>[] = [
  namespace,
  platform,
  platformTracing,
  platformLogging,
  settings,
  names,
  candidates,
];

/** What is wrong with a microservice and with the calls that are stated at it. */
export function checkMicroservice(facts: MicroserviceFacts): Problem[] {
  return [
    ...evaluateRules(WORKLOAD_RULES, facts),
    ...evaluate(MICROSERVICE_RULES, facts),
    ...[...facts.outbound, ...facts.accepted].flatMap((call) => evaluate(CALL_RULES, call)),
  ];
}

/** What is wrong with a microservice in the mesh of its platform. */
export function checkMesh(mesh: Mesh, facts: MicroserviceFacts): Problem[] {
  return meshProblems(mesh, facts);
}

/** What is wrong with a function, with the calls that are stated at it, and with what runs it. */
export function checkFunction(functions: Functions | undefined, mesh: Mesh, facts: FunctionFacts): Problem[] {
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
    ...evaluateRules(WORKLOAD_RULES, facts),
    ...evaluate(FUNCTION_RULES, facts),
    ...facts.outbound.flatMap((call) => evaluate(CALL_RULES, call)),
    ...functionInMesh(mesh, facts),
  ];
}

/** What is wrong with how a microservice is scaled by the autoscaler of its platform. */
export function checkScaling(autoscaling: Autoscaling, facts: MicroserviceFacts): Problem[] {
  return scalingProblems(autoscaling, facts);
}

/** What is wrong with how new versions of a microservice are brought out. */
export function checkDelivery(delivery: Delivery, facts: MicroserviceFacts): Problem[] {
  return deliveryProblems(delivery, facts);
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
  return external(party);
}

/** What is wrong with an application stack. */
export function checkStack(facts: StackFacts): Problem[] {
  return evaluate(STACK_RULES, facts);
}

/** What is wrong between stacks that share a namespace. */
export function checkNamespaceSharing(sharers: readonly NamespaceFacts[]): Problem[] {
  return sharing(sharers);
}
