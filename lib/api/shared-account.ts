import { Construct } from 'constructs';
import type { ISubject, SubjectConfiguration } from 'cdk8s-plus-27';
import { judged, markCopy } from '../arguments';
import { checkSharedAccount } from '../checks';
import { check, checkId, freeId, idText } from '../errors';
import { hiddenKey, ServiceAccount, stackLabels } from '../emit/kubernetes';
import { effectiveLabels } from '../program';
import { Account, type AccountOptions } from '../values';
import { checkScope } from './tree/other-copy';
import { workloadContext } from './workload/workload-context';

/**
 * A ServiceAccount that several workloads of a namespace share. A callee that admits one of them in a mesh admits all.
 * Its id is its name.
 */
export class SharedAccount extends Construct implements ISubject {
  /** The account, for `metadata.serviceAccount` of workloads. */
  public readonly account: Account;

  readonly #object: ServiceAccount;

  public constructor(scope: Construct, id: string, props: AccountOptions = {}) {
    super(scope, freeId(scope, id));
    markCopy(this);
    checkId(this, id);
    checkScope(this);
    const { annotations = {}, labels = {} } = judged(this, 'SharedAccount', props);
    const name = idText(id);
    const { platform, layer, namespace, partOf } = workloadContext(this, name, 'shared account');
    check(this, () => checkSharedAccount({ annotations, labels }));
    this.account = Account.named(name);
    this.#object = new ServiceAccount(this, 'account', {
      name,
      namespace,
      labels: {
        ...stackLabels(partOf, effectiveLabels(platform.defaults, layer, platform.required)),
        'app.kubernetes.io/name': name,
      },
    });
    for (const [key, value] of Object.entries(annotations)) this.#object.metadata.addAnnotation(hiddenKey(key), value);
    for (const [key, value] of Object.entries(labels)) this.#object.metadata.addLabel(hiddenKey(key), value);
    this.node.defaultChild = this.#object;
  }

  /** Subject of the bindings of roles. */
  public toSubjectConfiguration(): SubjectConfiguration {
    return this.#object.toSubjectConfiguration();
  }
}
