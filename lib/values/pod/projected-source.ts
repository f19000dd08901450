import type { Duration } from 'cdk8s';
import type { IConfigMap, ISecret } from 'cdk8s-plus-27';
import type { PodField } from './pod-field';

/** Options of a ConfigMap or Secret among the sources of a volume. */
export interface ProjectedKeysOptions {
  /**
   * File names by the keys that they hold.
   *
   * @default - all keys, each under its own name
   */
  readonly items?: { [key: string]: string };

  /**
   * Lets the pod start before the object exists.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** Options of a token of the service account. */
export interface ServiceAccountTokenOptions {
  /**
   * Recipient that the token is for, such as `vault`. Others refuse it.
   *
   * @default - the API server of the cluster
   */
  readonly audience?: string;

  /**
   * Time after which the token expires, from 10 minutes, in whole seconds. The kubelet renews the file in time.
   *
   * @default Duration.hours(1)
   */
  readonly expiration?: Duration;

  /**
   * Name of the file in the volume.
   *
   * @default token
   */
  readonly file?: string;
}

/** Source of files, as it is rendered. */
export type ProjectedSourceFacts =
  | { readonly kind: 'configMap' | 'secret'; readonly objectName: string; readonly options: ProjectedKeysOptions }
  | { readonly kind: 'downwardApi'; readonly files: Readonly<Record<string, PodField>> }
  | {
      readonly kind: 'serviceAccountToken';
      readonly path: string;
      readonly audience?: string;
      readonly expiration?: Duration;
    };

/** A source of files in a volume that shows several sources in one folder. */
export class ProjectedSource {
  /** The keys of a ConfigMap. */
  public static configMap(configMap: IConfigMap, options: ProjectedKeysOptions = {}): ProjectedSource {
    return ProjectedSource.configMapNamed(configMap.name, options);
  }

  /** The keys of a ConfigMap of this namespace that is made elsewhere. */
  public static configMapNamed(configMapName: string, options: ProjectedKeysOptions = {}): ProjectedSource {
    return new ProjectedSource({ kind: 'configMap', objectName: configMapName, options });
  }

  /** The keys of a Secret. */
  public static secret(secret: ISecret, options: ProjectedKeysOptions = {}): ProjectedSource {
    return ProjectedSource.secretNamed(secret.name, options);
  }

  /** The keys of a Secret of this namespace that is made elsewhere. */
  public static secretNamed(secretName: string, options: ProjectedKeysOptions = {}): ProjectedSource {
    return new ProjectedSource({ kind: 'secret', objectName: secretName, options });
  }

  /** Fields of the pod, by the names of their files. */
  public static downwardApi(files: { [file: string]: PodField }): ProjectedSource {
    return new ProjectedSource({ kind: 'downwardApi', files });
  }

  /** A token of the workload's service account. */
  public static serviceAccountToken(options: ServiceAccountTokenOptions = {}): ProjectedSource {
    const { audience, expiration, file = 'token' } = options;
    return new ProjectedSource({
      kind: 'serviceAccountToken',
      path: file,
      ...(audience !== undefined && { audience }),
      ...(expiration !== undefined && { expiration }),
    });
  }

  private constructor(
    /** @internal */
    public readonly _facts: ProjectedSourceFacts,
  ) {}
}
