/**
 * What a mesh would put into the routes and destinations of a microservice, for a delivery controller that makes them
 * itself: fields of the mesh's own API.
 */
export interface HandedOver {
  /** The mesh, as controllers name it. */
  readonly provider: string;
  /** Gateways that routes are bound to; none where only callers in the mesh are routed. */
  readonly gateways: readonly string[];
  /** Hosts beside the microservice's own. */
  readonly hosts: readonly string[];
  /** Fields of a route that carry the policies of calls. */
  readonly routePolicy: object;
  readonly trafficPolicy: object;
}
