/**
 * Policy of a microservice's routes and destinations, for a delivery controller that creates those objects itself.
 *
 * Fields of the mesh's own API.
 */
export interface DelegatedRoutePolicy {
  /** Name of the mesh in the controllers' own configuration. */
  readonly provider: string;
  /** Gateways of the routes; empty where only callers in the mesh are routed. */
  readonly gateways: readonly string[];
  /** Hosts in addition to the microservice's own. */
  readonly hosts: readonly string[];
  /** Fields of a route that carry the policies of calls. */
  readonly fields: object;
  readonly trafficPolicy: object;
}
