/** A condition on the labels of a node. */
export class NodeExpression {
  /** The label has one of these values. */
  public static in(key: string, values: string[]): NodeExpression {
    return new NodeExpression(key, 'In', [...values]);
  }

  /** The label has none of these values, or is missing. */
  public static notIn(key: string, values: string[]): NodeExpression {
    return new NodeExpression(key, 'NotIn', [...values]);
  }

  /** The label is there, with any value. */
  public static exists(key: string): NodeExpression {
    return new NodeExpression(key, 'Exists', []);
  }

  /** The label is missing. */
  public static doesNotExist(key: string): NodeExpression {
    return new NodeExpression(key, 'DoesNotExist', []);
  }

  /** The label is a whole number above this one. */
  public static greaterThan(key: string, value: number): NodeExpression {
    return new NodeExpression(key, 'Gt', [String(value)]);
  }

  /** The label is a whole number below this one. */
  public static lessThan(key: string, value: number): NodeExpression {
    return new NodeExpression(key, 'Lt', [String(value)]);
  }

  private constructor(
    /** @internal */
    public readonly _key: string,
    /** @internal */
    public readonly _operator: string,
    /** @internal */
    public readonly _values: readonly string[],
  ) {}
}

/** A choice among nodes by their labels. */
export class NodeAffinity {
  /** Only nodes for which all expressions hold. Of several required choices, one has to hold. */
  public static required(expressions: NodeExpression[]): NodeAffinity {
    return new NodeAffinity([...expressions], undefined);
  }

  /** Rather nodes for which all expressions hold. The weight, 1 to 100, is compared with that of other choices. */
  public static preferred(weight: number, expressions: NodeExpression[]): NodeAffinity {
    return new NodeAffinity([...expressions], weight);
  }

  private constructor(
    /** @internal */
    public readonly _expressions: readonly NodeExpression[],
    /** @internal */
    public readonly _weight: number | undefined,
  ) {}
}

/** Options of a choice by other pods. */
export interface PodAffinityOptions {
  /**
   * Label of nodes whose values are the places, such as `topology.kubernetes.io/zone`.
   *
   * @default kubernetes.io/hostname
   */
  readonly nodeLabel?: string;

  /**
   * Weight of a preference, 1 to 100.
   *
   * @default - none: the choice is required, and pods that cannot have it stay pending
   */
  readonly weight?: number;

  /**
   * Namespaces of the other pods.
   *
   * @default - that of the workload
   */
  readonly namespaces?: string[];
}

/** A choice among places by the pods that run there. */
export class PodAffinity {
  /** Places where pods with all of these labels run. */
  public static near(labels: { [key: string]: string }, options: PodAffinityOptions = {}): PodAffinity {
    return new PodAffinity(false, { ...labels }, options);
  }

  /** Places where no pod with all of these labels runs. */
  public static apartFrom(labels: { [key: string]: string }, options: PodAffinityOptions = {}): PodAffinity {
    return new PodAffinity(true, { ...labels }, options);
  }

  private constructor(
    /** @internal */
    public readonly _apart: boolean,
    /** @internal */
    public readonly _labels: Readonly<Record<string, string>>,
    /** @internal */
    public readonly _options: PodAffinityOptions,
  ) {}
}
