import { type ApiObject, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { judged } from '../../arguments';
import { CATALOGUE, checkExternalSecret } from '../../checks';
import { externalSecretSpec, Manifest } from '../../emit/kubernetes';
import { acknowledge, check, checkId, freeId, idText } from '../../errors';
import { type RemoteKey, SecretReference, SecretStore } from '../../values';
import { checkScope } from '../tree/other-copy';
import { homeOfSecrets } from './home';

/** Properties of a Secret that external-secrets makes. */
export interface ExternalSecretProps {
  /**
   * Places of values in the store, by the keys of the Secret; of a template, by the names that it takes them by.
   *
   * @default - none: `extract` alone
   */
  readonly keys?: { [key: string]: RemoteKey };

  /**
   * Secrets of the store whose properties all become keys.
   *
   * @default - none
   */
  readonly extract?: string[];

  /**
   * Store that holds the values.
   *
   * @default - the cluster's, by `storage.secrets.externalSecrets`
   */
  readonly store?: SecretStore;

  /**
   * Name of the Secret.
   *
   * @default - the id
   */
  readonly secretName?: string;

  /**
   * Time after which the values are read again, in whole seconds. Zero reads them once.
   *
   * @default Duration.hours(1)
   */
  readonly refreshInterval?: Duration;

  /**
   * Templates of the keys of the Secret, as `{{ .password }}`. The Secret then has these keys alone.
   *
   * @default - each value as it is in the store
   */
  readonly template?: { [key: string]: string };

  /**
   * Type of the Secret, such as `kubernetes.io/tls`.
   *
   * @default Opaque
   */
  readonly type?: string;
}

/** Interval of the API where none is stated. */
const REFRESH = Duration.hours(1);

/**
 * A Secret that external-secrets makes of values in a store, in the namespace of the stack. Its id is its name.
 *
 * The operator reads the store: no pod of the stack needs a way to it. Workloads read `secret`.
 */
export class ExternalSecret extends Construct {
  /** The Secret that is made, for workloads that read it. */
  public readonly secret: SecretReference;

  readonly #object: Manifest;

  public constructor(scope: Construct, id: string, props: ExternalSecretProps) {
    super(scope, freeId(scope, id));
    checkId(this, id);
    checkScope(this);
    const stated = judged(this, 'ExternalSecret', props);
    const name = idText(id);
    const { cluster, namespace } = homeOfSecrets(this, 'an ExternalSecret');
    const { store, apiVersion = 'external-secrets.io/v1' } = cluster.storage.secrets?.externalSecrets ?? {};
    const facts = {
      name,
      apiVersion,
      secretName: stated.secretName ?? name,
      store: stated.store ?? store,
      keys: stated.keys ?? {},
      extract: stated.extract ?? [],
      refreshInterval: stated.refreshInterval ?? REFRESH,
      template: stated.template ?? {},
      ...(stated.type !== undefined && { type: stated.type }),
    };
    this.secret = SecretReference.named(facts.secretName);
    this.#object = new Manifest(this, 'secret', {
      apiVersion,
      kind: 'ExternalSecret',
      name,
      namespace,
      fields: { spec: () => externalSecretSpec({ ...facts, store: facts.store ?? SecretStore.cluster('none') }) },
    });
    this.node.defaultChild = this.#object;
    check(this, () => checkExternalSecret(facts));
  }

  /** The object that external-secrets reads. */
  public get apiObject(): ApiObject {
    return this.#object;
  }

  /** Accepts findings of a code here. The reason has 10 characters or more. */
  public acknowledge(code: string, reason: string): void {
    acknowledge(this, code, reason, CATALOGUE);
  }
}
