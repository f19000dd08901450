import type { Duration } from 'cdk8s';
import type { Workload, PodContribution } from '../../../program';
import { type LoggingFacts, millisOf, keepOwn } from '../../../values';
import { judged } from '../../../arguments';

/** Selection of requests to log, and labels for collectors. */
export interface LoggingProps {
  /**
   * Time above which an answer is slow, and logged. Whole milliseconds.
   *
   * @default Duration.seconds(1)
   */
  readonly slowerThan?: Duration;

  /**
   * True logs every request, false only failed and slow ones.
   *
   * @default false
   */
  readonly everyRequest?: boolean;

  /**
   * Name of the mesh's extension provider that writes access logs.
   *
   * @default envoy
   */
  readonly meshProvider?: string;

  /**
   * Labels of pods by which collectors route logs.
   *
   * @default - none
   */
  readonly podLabels?: { [key: string]: string };

  /**
   * Pod label with the number of days that collectors keep logs, such as `logs.example.com/retention-days`.
   *
   * @default - collectors read none
   */
  readonly retentionLabel?: string;
}

const DEFAULT_SLOWER_THAN_MILLIS = 1000;

/** Lists the options that take effect only with proxies. */
const FOR_PROXIES: readonly string[] = ['slowerThan', 'everyRequest', 'meshProvider'];

/** Access logs of a platform's proxies, and pod labels that collectors route logs by. */
export class Logging {
  /** @internal */
  public readonly _facts: LoggingFacts;

  public constructor(props: LoggingProps = {}) {
    const stated = judged(this, 'Logging', props);
    const { slowerThan, everyRequest = false, meshProvider = 'envoy', podLabels = {}, retentionLabel } = stated;
    this._facts = {
      everyRequest,
      meshProvider,
      podLabels: { ...podLabels },
      statedForProxies: Object.keys(stated)
        .filter((name) => FOR_PROXIES.includes(name) && stated[name as keyof LoggingProps] !== undefined)
        .sort(),
      slowerThanMillis: slowerThan === undefined ? DEFAULT_SLOWER_THAN_MILLIS : millisOf(slowerThan),
      ...(retentionLabel !== undefined && { retentionLabel }),
    };
    keepOwn(this, Logging);
  }

  /**
   * Labels that are added to the pods.
   *
   * @internal
   */
  public _contribution({ settings }: Workload): PodContribution {
    const { podLabels, retentionLabel } = this._facts;
    const { logRetention } = settings.values;
    return {
      podAnnotations: {},
      podLabels: {
        ...podLabels,
        ...(retentionLabel !== undefined && logRetention !== undefined && { [retentionLabel]: String(logRetention) }),
      },
      variables: [],
      ingress: [],
      egress: [],
    };
  }
}
