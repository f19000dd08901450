import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { judged } from '../../arguments';
import { CATALOGUE, checkSecretProviderClass } from '../../checks';
import { Manifest, secretProviderClassSpec, SECRETS_STORE_DRIVER } from '../../emit/kubernetes';
import { acknowledge, check, checkId, freeId, idText } from '../../errors';
import { SecretReference, Volume } from '../../values';
import { checkScope } from '../tree/other-copy';
import { homeOfSecrets } from './home';

/** Properties of secrets that the CSI driver for secrets mounts. */
export interface SecretProviderClassProps {
  /** Name of the provider, such as `vault`, `aws`, `azure` or `gcp`. */
  readonly provider: string;

  /**
   * Parameters of the provider, such as `roleName` and `vaultAddress` of Vault's.
   *
   * @default - none
   */
  readonly parameters?: { [name: string]: string };

  /**
   * Objects that the provider reads, each with the fields that it asks for: `objectName` and those of its own.
   *
   * @default - none: a parameter states them
   */
  readonly objects?: { [field: string]: string }[];

  /**
   * Names of objects by the keys of a Secret that has copies of them, as long as a pod mounts the volume.
   *
   * @default - no Secret is made
   */
  readonly keys?: { [key: string]: string };

  /**
   * Name of that Secret.
   *
   * @default - the id
   */
  readonly secretName?: string;

  /**
   * Type of that Secret, such as `kubernetes.io/tls`.
   *
   * @default Opaque
   */
  readonly type?: string;
}

/**
 * Secrets of a provider that the CSI driver for secrets mounts into pods. Its id is its name.
 *
 * The driver reads them on the node: no pod of the stack needs a way to the provider.
 */
export class SecretProviderClass extends Construct {
  /** The Secret with copies of the objects, where `keys` are stated. A pod that reads it mounts the volume too. */
  public readonly secret: SecretReference;

  readonly #object: Manifest;

  public constructor(scope: Construct, id: string, props: SecretProviderClassProps) {
    super(scope, freeId(scope, id));
    checkId(this, id);
    checkScope(this);
    const {
      provider,
      parameters = {},
      objects = [],
      keys = {},
      secretName,
      type = 'Opaque',
    } = judged(this, 'SecretProviderClass', props);
    const name = idText(id);
    const { namespace } = homeOfSecrets(this, 'a SecretProviderClass');
    const facts = { name, provider, parameters, objects, keys, secretName: secretName ?? name, type };
    this.secret = SecretReference.named(facts.secretName);
    this.#object = new Manifest(this, 'class', {
      apiVersion: 'secrets-store.csi.x-k8s.io/v1',
      kind: 'SecretProviderClass',
      name,
      namespace,
      fields: { spec: () => secretProviderClassSpec(facts) },
    });
    this.node.defaultChild = this.#object;
    check(this, () => checkSecretProviderClass(facts));
  }

  /** The object that the driver reads. */
  public get apiObject(): ApiObject {
    return this.#object;
  }

  /** The secrets as files, in a volume of a name. */
  public volume(name: string): Volume {
    return Volume.csi(name, {
      driver: SECRETS_STORE_DRIVER,
      attributes: { secretProviderClass: this.#object.name },
    });
  }

  /** Accepts findings of a code here. The reason has 10 characters or more. */
  public acknowledge(code: string, reason: string): void {
    acknowledge(this, code, reason, CATALOGUE);
  }
}
