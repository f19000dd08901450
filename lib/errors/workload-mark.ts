// Registered, so that the app counts the workloads of another installed copy too.

/** Key of the mark of a workload, by which the app, which knows none of our constructs, counts them. */
export const WORKLOAD: unique symbol = Symbol.for('cdk8s-microservice.workload');
