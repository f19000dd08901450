/** What runs the pods of a microservice: what autoscalers scale, and controllers roll out. */
export interface WorkloadRef {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}
