/** Kind of an object that holds configuration. */
export type ConfigurationKind = 'ConfigMap' | 'Secret';

/** A ConfigMap or Secret that the program states. Its content may change until it is rendered. */
export interface StatedConfiguration {
  /** The object as it is written. */
  toJson(): unknown;
}

/** ConfigMaps and Secrets of a namespace. */
export interface ConfigurationSource {
  /** Finds one of a kind and name. Undefined where the program does not state it. */
  (kind: ConfigurationKind, name: string): StatedConfiguration | undefined;
  /** Finds the object of which a controller makes the Secret of a name. Undefined where the program states none. */
  readonly maker?: (name: string) => StatedConfiguration | undefined;
}

/** Read of a ConfigMap or Secret by a pod. */
export interface ConfigurationRead {
  readonly kind: ConfigurationKind;
  readonly name: string;
  /** Keys that are read. Undefined for all. */
  readonly keys?: readonly string[];
  /** Keys without which the container does not start. Undefined where the read is optional, and for whole objects. */
  readonly required?: readonly string[];
  /** True where the container starts without it. */
  readonly optional?: boolean;
  /** True for variables, which hold no binary data. */
  readonly textOnly: boolean;
  /** Path or variable that the content is read as, for findings. */
  readonly at: string;
}
