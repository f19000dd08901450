import type { IConstruct } from 'constructs';
import { isFromOtherCopy } from '../../arguments';
import { MS1031 } from '../../checks';
import { report } from '../../errors';
import { ClusterFacts } from '../../values';
import { stackOf } from '../tree/scopes';
import { stackStateOf } from '../tree/stack-state';

/** The cluster and the namespace of secrets. */
export interface SecretsHome {
  readonly cluster: ClusterFacts;
  readonly namespace?: string;
}

/** Home of secrets, by their stack; outside of one, a finding is reported, and nothing is known of the cluster. */
export function homeOfSecrets(construct: IConstruct, what: string): SecretsHome {
  const stack = stackOf(construct);
  if (stack !== undefined && !isFromOtherCopy(stack)) {
    const { platform, namespace } = stackStateOf(stack);
    return { cluster: platform.cluster, namespace: namespace.name };
  }
  // Of another copy, it is reported by itself.
  if (stack === undefined) {
    report(construct, {
      definition: MS1031,
      message: `${what} stands outside of an application stack`,
      given: `its scope was ${construct.node.scope!.node.path || 'the app'}`,
      allowed: 'an ApplicationStack, or a construct inside one',
      fix: `state new ApplicationStack(app, 'shop'), and pass it as the scope`,
    });
  }
  return { cluster: new ClusterFacts() };
}
