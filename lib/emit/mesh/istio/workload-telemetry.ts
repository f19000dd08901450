import type { ITelemetry } from '@kubernetes-models/istio/telemetry.istio.io/v1/Telemetry';
import { DeploymentDefinition, DeploymentWorkload, meshRoutes, tracingOf } from '../../../program';
import { routeTags } from './route-tags';

type Spec = NonNullable<ITelemetry['spec']>;

/** True for a microservice with a Telemetry object of its own. */
export function hasOwnTelemetry(definition: DeploymentDefinition): boolean {
  return meshRoutes(definition).length > 0 || reportsNoSpans(definition);
}

/**
 * Tags and spans of one microservice, in one object: Istio does not support several with one selector. What it leaves
 * out, such as access logs, comes from the Telemetry of the namespace and of the mesh.
 */
export function workloadTelemetrySpec(facts: DeploymentWorkload): Spec {
  return {
    selector: { matchLabels: { ...facts.podSelector } },
    ...(meshRoutes(facts).length > 0 && { metrics: routeTags(facts) }),
    ...(reportsNoSpans(facts) && { tracing: [{ disableSpanReporting: true }] }),
  };
}

/** True where the proxies of the platform report spans, and those of the microservice do not. */
function reportsNoSpans(definition: DeploymentDefinition): boolean {
  return definition.tracing?.meshProvider !== undefined && tracingOf(definition) === undefined;
}
