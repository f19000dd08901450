import type { EnvFrom as KplusEnvFrom, EnvValue as KplusEnvValue } from 'cdk8s-plus-27';
import { Volume } from '../pod/volume';
import type { ProjectionOptions } from '../pod/volume-options';

/** Options of a variable that is read from a key. */
export interface KeyVariableOptions {
  /**
   * Lets the container start without the variable where the object or the key does not exist.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** Options of variables of which each is a key. */
export interface KeyVariablesOptions {
  /**
   * Begin of the names of the variables, before the key.
   *
   * @default - none
   */
  readonly prefix?: string;

  /**
   * Lets the container start without the variables where the object does not exist.
   *
   * @default false
   */
  readonly optional?: boolean;
}

// The classes have the names of those of cdk8s-plus-27, whose places they take without loading that package.
class EnvValue {
  public readonly value?: any;

  public constructor(public readonly valueFrom: object) {}
}

class EnvFrom {
  public constructor(private readonly source: object) {}

  public _toKube(): object {
    return this.source;
  }
}

function keyOf(name: string, key: string, { optional }: KeyVariableOptions): object {
  return { name, key, ...(optional && { optional }) };
}

function keysOf(field: string, name: string, { prefix, optional }: KeyVariablesOptions): object {
  return { ...(prefix !== undefined && { prefix }), [field]: { name, ...(optional && { optional }) } };
}

/** A Secret of the namespace of its readers, by its name: nobody states its content here. */
export class SecretReference {
  /** The Secret of a name, whoever makes it. */
  public static named(name: string): SecretReference {
    return new SecretReference(name);
  }

  private constructor(
    /** Name of the Secret. */
    public readonly name: string,
  ) {}

  /** The value of a key, for a variable among `envValues`. */
  public variable(key: string, options: KeyVariableOptions = {}): KplusEnvValue {
    return new EnvValue({ secretKeyRef: keyOf(this.name, key, options) });
  }

  /** A variable for each key, for `envFrom`. */
  public variables(options: KeyVariablesOptions = {}): KplusEnvFrom {
    return new EnvFrom(keysOf('secretRef', this.name, options));
  }

  /** The keys as files, in a volume of a name. */
  public volume(name: string, options: ProjectionOptions = {}): Volume {
    return Volume.secretNamed(name, this.name, options);
  }
}

/** A ConfigMap of the namespace of its readers, by its name: nobody states its content here. */
export class ConfigMapReference {
  /** The ConfigMap of a name, whoever makes it. */
  public static named(name: string): ConfigMapReference {
    return new ConfigMapReference(name);
  }

  private constructor(
    /** Name of the ConfigMap. */
    public readonly name: string,
  ) {}

  /** The value of a key, for a variable among `envValues`. */
  public variable(key: string, options: KeyVariableOptions = {}): KplusEnvValue {
    return new EnvValue({ configMapKeyRef: keyOf(this.name, key, options) });
  }

  /** A variable for each key, for `envFrom`. */
  public variables(options: KeyVariablesOptions = {}): KplusEnvFrom {
    return new EnvFrom(keysOf('configMapRef', this.name, options));
  }

  /** The keys as files, in a volume of a name. */
  public volume(name: string, options: ProjectionOptions = {}): Volume {
    return Volume.configMapNamed(name, this.name, options);
  }
}
