/** What istiod knows about a kind of configuration of a proxy. */
interface ResourceStatus {
  readonly sent?: string;
  readonly acked?: string;
  /** Why the proxy refused it. */
  readonly lastError?: string;
}

/** What istiod knows about a proxy, from its page `/debug/syncz`. */
export interface ProxyStatus {
  /** `<pod>.<namespace>` */
  readonly proxy: string;
  readonly resources?: Readonly<Record<string, ResourceStatus>>;
}

/** Whether a proxy has taken, or refused, everything that was sent to it. */
export function isSynchronized({ resources = {} }: ProxyStatus): boolean {
  return Object.values(resources).every(
    ({ sent, acked, lastError }) => sent === undefined || sent === acked || lastError !== undefined,
  );
}

/** What a proxy refuses at this moment, such as `Listener: no such filter`. */
export function refusalsOf({ resources = {} }: ProxyStatus): string[] {
  return Object.entries(resources).flatMap(([type, { lastError }]) =>
    lastError === undefined ? [] : [`${type.slice(type.lastIndexOf('.') + 1)}: ${lastError}`],
  );
}
