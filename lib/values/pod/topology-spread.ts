/** Label of nodes that names their zone. */
export const ZONE_LABEL = 'topology.kubernetes.io/zone';

/** Limits of uneven spread. */
export interface TopologySpreadOptions {
  /**
   * Keeps a pod pending rather than make the spread uneven.
   *
   * @default false
   */
  readonly required?: boolean;

  /**
   * Greatest difference in replicas between two places, 1 or more.
   *
   * @default 1
   */
  readonly maxSkew?: number;
}

/** Among which places replicas are spread. */
export class TopologySpread {
  /** Among zones. */
  public static overZones(options: TopologySpreadOptions = {}): TopologySpread {
    return new TopologySpread(ZONE_LABEL, options);
  }

  /** Among nodes. */
  public static overNodes(options: TopologySpreadOptions = {}): TopologySpread {
    return new TopologySpread('kubernetes.io/hostname', options);
  }

  /** Among groups of nodes that share a value of a label. */
  public static over(nodeLabel: string, options: TopologySpreadOptions = {}): TopologySpread {
    return new TopologySpread(nodeLabel, options);
  }

  /** Keeps a pod pending rather than make the spread uneven. */
  public readonly required: boolean;

  /** Greatest difference in replicas between two places. */
  public readonly maxSkew: number;

  private constructor(
    /** Label of nodes whose values are the places. */
    public readonly nodeLabel: string,
    options: TopologySpreadOptions,
  ) {
    this.required = options.required ?? false;
    this.maxSkew = options.maxSkew ?? 1;
  }
}

/** Effects of a taint on pods that do not tolerate it. */
export enum TaintEffect {
  /** New pods stay away. */
  NO_SCHEDULE = 'NoSchedule',

  /** New pods stay away where they can. */
  PREFER_NO_SCHEDULE = 'PreferNoSchedule',

  /** Running pods leave too. */
  NO_EXECUTE = 'NoExecute',
}

/** A taint of nodes that pods put up with. */
export interface Toleration {
  /** Key of the taint. */
  readonly key: string;

  /**
   * Value of the taint.
   *
   * @default - any
   */
  readonly value?: string;

  /**
   * Effect of the taint.
   *
   * @default - any effect
   */
  readonly effect?: TaintEffect;
}
