import { Duration } from 'cdk8s';

/** Options of a hook. */
export interface HookOptions {
  /**
   * Longest time that the hook takes, in whole seconds. Before the end, the grace period waits for it.
   *
   * @default Duration.seconds(5)
   */
  readonly longest?: Duration;
}

/** Options of a hook that is a request. */
export interface HttpHookOptions extends HookOptions {
  /**
   * The container's port, 1 to 65535.
   *
   * @default 80
   */
  readonly port?: number;
}

/** An action of the kubelet at the start or before the end of a container. */
export class Hook {
  /** A command in the container. Before the end of a pod that serves, the image needs `sh` and `sleep` too. */
  public static command(command: string[], options: HookOptions = {}): Hook {
    return new Hook([...command], undefined, options.longest ?? LONGEST);
  }

  /** A GET request to the container. */
  public static http(path: string, options: HttpHookOptions = {}): Hook {
    return new Hook(undefined, { path, port: options.port ?? 80 }, options.longest ?? LONGEST);
  }

  private constructor(
    /** @internal */
    public readonly _command: readonly string[] | undefined,
    /** @internal */
    public readonly _http: { readonly path: string; readonly port: number } | undefined,
    /** @internal */
    public readonly _longest: Duration,
  ) {}
}

const LONGEST = Duration.seconds(5);

/** Actions of the main container at its start and its end. */
export interface LifecycleHooks {
  /**
   * Right after the start, beside the entry point of the image. A failure restarts the container.
   *
   * @default - nothing
   */
  readonly postStart?: Hook;

  /**
   * Before the container is told to end. A pod that serves waits `lifecycle.endpointPropagation` first.
   *
   * @default - nothing
   */
  readonly preStop?: Hook;
}
