/** Access logs of a platform's proxies. */
export interface LoggingFacts {
  /** Name of the mesh's extension provider that writes access logs. */
  readonly meshProvider: string;
  /** Milliseconds above which an answer is slow. */
  readonly slowerThanMillis: number;
  /** Logs every request, not only failed and slow ones. */
  readonly everyRequest: boolean;
  /** Names of the stated options of access logs, for findings. */
  readonly statedForProxies: readonly string[];
  /** Pod labels by which log collectors route logs. */
  readonly podLabels: Readonly<Record<string, string>>;
  /** Pod label with the retention of logs in days. Undefined where collectors read none. */
  readonly retentionLabel?: string;
}
