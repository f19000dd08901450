/** Kinds of updates of a DaemonSet. */
export enum AgentUpdateKind {
  /** A pod ends, and its new version starts on the node. */
  ROLLING = 'rolling',

  /** The new version starts beside the old one, which ends when the new one is ready. */
  SURGE = 'surge',

  /** A pod of the old version stays until somebody deletes it. */
  ON_DELETE = 'on delete',
}

/** Rule by which a new version of an agent replaces the old one on each node. */
export class AgentUpdate {
  /**
   * Ends the old pod of a node, then starts the new one there: nothing serves on that node meanwhile.
   *
   * @param maxUnavailable nodes that may be without a ready pod at once, 1 or more, by default 1
   */
  public static rolling(maxUnavailable: number = 1): AgentUpdate {
    return new AgentUpdate(AgentUpdateKind.ROLLING, maxUnavailable, false);
  }

  /**
   * The same for a share of the nodes.
   *
   * @param maxUnavailable percent of the nodes that may be without a ready pod at once, 1 to 100, rounded up
   */
  public static rollingPercent(maxUnavailable: number): AgentUpdate {
    return new AgentUpdate(AgentUpdateKind.ROLLING, maxUnavailable, true);
  }

  /**
   * Starts the new pod of a node beside the old one, which ends when the new one is ready: the node has room for both,
   * and neither has a port of the node.
   *
   * @param maxSurge nodes with two pods at once, 1 or more, by default 1
   */
  public static surging(maxSurge: number = 1): AgentUpdate {
    return new AgentUpdate(AgentUpdateKind.SURGE, maxSurge, false);
  }

  /**
   * The same for a share of the nodes.
   *
   * @param maxSurge percent of the nodes with two pods at once, 1 to 100, rounded up
   */
  public static surgingPercent(maxSurge: number): AgentUpdate {
    return new AgentUpdate(AgentUpdateKind.SURGE, maxSurge, true);
  }

  /** Replaces a pod when somebody deletes it, or the node starts anew. */
  public static onDelete(): AgentUpdate {
    return new AgentUpdate(AgentUpdateKind.ON_DELETE, 0, false);
  }

  private constructor(
    /** @internal */
    public readonly _kind: AgentUpdateKind,
    /**
     * Nodes at once, or percent of the nodes; 0 where nothing is replaced by itself.
     *
     * @internal
     */
    public readonly _nodes: number,
    /** @internal */
    public readonly _isPercent: boolean,
  ) {}
}
