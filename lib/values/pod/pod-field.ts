/** Amounts of a container that a file may show. */
export enum ContainerAmount {
  /** CPU limit; without one, what the node has to give. */
  CPU_LIMIT = 'limits.cpu',

  /** CPU request. */
  CPU_REQUEST = 'requests.cpu',

  /** Memory limit; without one, what the node has to give. */
  MEMORY_LIMIT = 'limits.memory',

  /** Memory request. */
  MEMORY_REQUEST = 'requests.memory',

  /** Limit on the node's disk; without one, what the node has to give. */
  EPHEMERAL_STORAGE_LIMIT = 'limits.ephemeral-storage',

  /** Request for the node's disk. */
  EPHEMERAL_STORAGE_REQUEST = 'requests.ephemeral-storage',
}

/** Options of an amount that a file shows. */
export interface AmountOptions {
  /**
   * Unit of the amount, as a quantity of Kubernetes: `1m` for CPU in thousandths, `1Mi` for memory in MiB. It is
   * rounded up to whole units.
   *
   * @default 1
   */
  readonly divisor?: string;
}

/** Reference to a field of the pod, or to an amount of one of its containers. */
export type PodFieldReference =
  { readonly field: string } | { readonly container: string; readonly resource: string; readonly divisor?: string };

/** A field of the pod that a file shows: the downward API of Kubernetes. */
export class PodField {
  /** All labels, one a line. The file follows their changes. */
  public static labels(): PodField {
    return new PodField({ field: 'metadata.labels' });
  }

  /** The value of one label. */
  public static label(key: string): PodField {
    return new PodField({ field: `metadata.labels['${key}']` });
  }

  /** All annotations, one a line. The file follows their changes. */
  public static annotations(): PodField {
    return new PodField({ field: 'metadata.annotations' });
  }

  /** The value of one annotation. */
  public static annotation(key: string): PodField {
    return new PodField({ field: `metadata.annotations['${key}']` });
  }

  /** The name of the pod. */
  public static podName(): PodField {
    return new PodField({ field: 'metadata.name' });
  }

  /** The namespace of the pod. */
  public static podNamespace(): PodField {
    return new PodField({ field: 'metadata.namespace' });
  }

  /** The unique id of the pod. */
  public static podUid(): PodField {
    return new PodField({ field: 'metadata.uid' });
  }

  /** An amount of the container of a name; the main container has the name of the workload. */
  public static amount(container: string, amount: ContainerAmount, options: AmountOptions = {}): PodField {
    const { divisor } = options;
    return new PodField({ container, resource: amount, ...(divisor !== undefined && { divisor }) });
  }

  private constructor(
    /** @internal */
    public readonly _reference: PodFieldReference,
  ) {}
}
