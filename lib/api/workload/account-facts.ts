import type { AccountFacts } from '../../program';
import { Account } from '../../values';

/** ServiceAccount of a workload, as it is stated: one of its own and of its name where nothing is. */
export function accountFacts(name: string, stated: Account | undefined): AccountFacts {
  const { name: other, _isOwn: isOwn, _annotations: annotations, _labels: labels } = stated ?? Account.own();
  return { name: other ?? name, isOwn, annotations, labels };
}
