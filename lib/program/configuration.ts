/** Kind of an object that holds configuration. */
export type ConfigurationKind = 'ConfigMap' | 'Secret';

/** A ConfigMap or Secret that the program states. Its content may change until it is rendered. */
export interface StatedConfiguration {
  /** The object as it is written. */
  toJson(): unknown;
}

/** Finds a ConfigMap or Secret of a namespace. Undefined where the program does not state it. */
export type ConfigurationSource = (kind: ConfigurationKind, name: string) => StatedConfiguration | undefined;

/** Read of a ConfigMap or Secret by a pod. */
export interface ConfigurationRead {
  readonly kind: ConfigurationKind;
  readonly name: string;
  /** Keys that are read. Undefined for all. */
  readonly keys?: readonly string[];
  /** True for variables, which hold no binary data. */
  readonly textOnly: boolean;
  /** Path or variable that the content is read as, for findings. */
  readonly at: string;
}
