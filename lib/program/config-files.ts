import type { Detail } from '../errors';

/** Bytes that a ConfigMap may hold: `MaxSecretSize` of Kubernetes, which holds for ConfigMaps too. */
export const MOST_CONFIG_BYTES = 1024 * 1024;

/** A file of the program in a container. */
export interface ConfigFileFacts {
  readonly container: string;
  readonly path: string;
  /** ConfigMap and key that hold the content. */
  readonly objectName: string;
  readonly key: string;
  /** Content as text. Undefined for bytes. */
  readonly text?: string;
  /** Bytes of the content. */
  readonly size: number;
}

/** A ConfigMap with files of the program. */
export interface ConfigObjectFacts {
  readonly name: string;
  readonly immutable: boolean;
  readonly data: Readonly<Record<string, string>>;
  /** Bytes in Base64. */
  readonly binaryData: Readonly<Record<string, string>>;
}

/** Files of the program in the pods of a workload. */
export interface ConfigFilesFacts {
  readonly files: readonly ConfigFileFacts[];
  readonly objects: readonly ConfigObjectFacts[];
  /** Files that are left out, with the reason of each. */
  readonly faults: readonly Detail[];
}
