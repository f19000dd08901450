/** Access logs of a platform's proxies. */
export interface LoggingFacts {
  /** Name of the mesh's extension provider that writes access logs. */
  readonly meshProvider: string;
  /** Milliseconds above which an answer is slow. */
  readonly slowerThanMillis: number;
  /** Logs every request, not only failed and slow ones. */
  readonly everyRequest: boolean;
  /** Names of what was stated of proxies' logs, for findings. */
  readonly statedForProxies: readonly string[];
  /** Labels of pods by which log collectors route what they write. */
  readonly podLabels: Readonly<Record<string, string>>;
  /** Label of pods that says for how many days their logs are kept; none where collectors read none. */
  readonly retentionLabel?: string;
}
