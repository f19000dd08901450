import { Rule, Severity } from '../../../errors';

/** A route of the program that is not of this library, and leads to a microservice. */
export interface ForeignRoute {
  readonly kind: string;
  readonly name: string;
  /** Paths of the microservices that it leads to and that admit nobody from outside. */
  readonly shut: readonly string[];
}

/** A route leads to a microservice that admits nobody from outside. */
export const MS3012: Rule<ForeignRoute> = {
  code: 'MS3012',
  title: 'a route leads to a microservice that does not admit it',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'An Ingress, a route of the Gateway API, a VirtualService of a gateway, or an own Service of type LoadBalancer ' +
    'or NodePort sends requests to a microservice. The network policy of the microservice, and its authorization in ' +
    'a mesh, admit declared callers alone: those requests are refused. Expose the microservice, or state the pods of ' +
    'the controller as a caller with `acceptsCallsFrom(new MicroserviceReference({ podLabels, … }))`.',
  reads: 'routes of the program, exposures and callers of its microservices',

  evaluate: ({ kind, name, shut }) =>
    shut.map((path) => ({
      message: `${kind} ${name} leads to ${path}, which does not admit it`,
      given: `${path} has neither an exposure nor a caller that is stated elsewhere`,
      allowed: 'routes to microservices that admit the controller',
      fix:
        kind === 'Service'
          ? `leave it out, and write expose({ public: true }) of ${path}: its Service and its policies follow`
          : `expose ${path}, or have it accept calls from a MicroserviceReference with the namespace and podLabels ` +
            "of the controller's pods",
    })),
};
