interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}

/** Reasons of metrics that cannot be had: simulated nodes measure nothing, and nothing serves other metrics. */
const UNMEASURED = /^FailedGet(?:ContainerResource|Resource|External|Pods|Object)Metric$/;

/** Objections of the controller in the status of a HorizontalPodAutoscaler. Empty where it accepts it. */
export function objectionTo(status: { readonly conditions?: readonly Condition[] } = {}): string | undefined {
  const condition = (type: string) => status.conditions?.find((each) => each.type === type);
  const [able, active] = [condition('AbleToScale'), condition('ScalingActive')];
  const objection = [able, active].find(
    (each) => each !== undefined && each.status !== 'True' && !UNMEASURED.test(each.reason),
  );
  if (objection !== undefined) return `${objection.reason}: ${objection.message}`;
  return able === undefined || active === undefined ? 'it has not been looked at' : undefined;
}
