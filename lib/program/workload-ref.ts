/** Workload object that runs the pods of a microservice: autoscalers scale it, and controllers roll it out. */
export interface WorkloadRef {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}
