import type { DeploymentWorkload } from '../../../program';
import { type Matcher, re2AnyOf, type Series } from '../../../values';
import { ofPods } from '../alerts/pods';

/**
 * Series that kube-state-metrics or the kubelets' cAdvisor have of all containers of a microservice, and not of the
 * pods that hold them.
 */
export function allContainers(
  metric: string,
  facts: Pick<DeploymentWorkload, 'namespace' | 'name' | 'delivery' | 'stateful' | 'perNode'>,
): Series {
  return ofPods(metric, facts, [{ label: 'container', operator: '!=', value: '' }]);
}

/** Those of the microservice's own container. */
export function ownContainer(
  metric: string,
  facts: Pick<DeploymentWorkload, 'namespace' | 'name' | 'delivery' | 'stateful' | 'perNode'>,
  more: readonly Matcher[] = [],
): Series {
  return ofPods(metric, facts, [is('container', facts.name), ...more]);
}

/** A label that has one value. */
export function is(label: string, value: string): Matcher {
  return { label, operator: '=', value };
}

/** A label that has one of several values. */
export function isOneOf(label: string, values: readonly string[]): Matcher {
  return values.length === 1 ? is(label, values[0]!) : { label, operator: '=~', value: re2AnyOf([...values].sort()) };
}
