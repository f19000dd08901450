import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Problem } from '../../errors';
import { Manifest, metadataOf } from '../kubernetes';
import {
  type DeploymentDefinition,
  DeploymentWorkload,
  MonitoringFacts,
  NO_CONTRIBUTION,
  PodContribution,
} from '../../program';
import { daysOf, MetricsAccess, secondsOf } from '../../values';
import type { AlertRouting } from './alerts';
import { AlertingOptions, alertRouting } from './alerting';
import { monitorsOf, podMonitorSpec, ScrapeSettings, serviceMonitorSpec } from './metrics/monitors';
import { Monitoring } from './monitoring';
import { accessProblems, addressProblems, routingProblems, scrapeProblems, selectorProblems } from './problems';
import { ruleGroups } from './rule-groups';

/** An installation of the Prometheus operator. */
export interface PrometheusOperatorProps {
  /**
   * Labels that its Prometheus selects monitors and rules by: `release: <name of the release>` for the chart
   * kube-prometheus-stack.
   *
   * Monitors without them are never scraped.
   */
  readonly selector: { [key: string]: string };

  /**
   * Access to metrics of pods with strict mutual TLS.
   *
   * @default MetricsAccess.merged()
   */
  readonly access?: MetricsAccess;

  /**
   * Time between scrapes, up to 75 s: rates over five minutes want four of them. Whole seconds.
   *
   * @default Duration.seconds(30)
   */
  readonly scrapeInterval?: Duration;

  /**
   * Maximum number of samples that one scrape of one pod may yield, 1 or more. A scrape with more fails as a whole.
   *
   * @default 20000
   */
  readonly sampleLimit?: number;

  /**
   * Retention of its Prometheus. Objectives with longer windows are refused.
   *
   * @default - not known: nothing is checked
   */
  readonly retention?: Duration;

  /**
   * Address that controllers query its Prometheus at, such as `http://prometheus-operated.monitoring:9090`.
   *
   * @default - not known: nothing judges new versions
   */
  readonly address?: string;

  /**
   * Routing of alerts.
   *
   * @default - severity `critical` or `warning`, and no further label
   */
  readonly alerting?: AlertingOptions;
}

const DEFAULT_INTERVAL_SECONDS = 30;
const DEFAULT_SAMPLE_LIMIT = 20_000;

/** Prometheus, configured by monitors and rules of the Prometheus operator. */
export class PrometheusOperator extends Monitoring {
  /** Name of the provider, for findings. */
  public readonly name = 'PrometheusOperator';

  /** @internal */
  public readonly _facts: MonitoringFacts;

  private readonly selector: { readonly [key: string]: string };
  private readonly scrape: ScrapeSettings;
  private readonly routing: AlertRouting;

  public constructor(props: PrometheusOperatorProps) {
    super();
    const {
      selector,
      access = MetricsAccess.merged(),
      scrapeInterval,
      sampleLimit = DEFAULT_SAMPLE_LIMIT,
      retention,
      alerting = {},
      address,
    } = props;
    this.selector = { ...selector };
    this.scrape = {
      sampleLimit,
      interval: scrapeInterval === undefined ? DEFAULT_INTERVAL_SECONDS : secondsOf(scrapeInterval),
    };
    this.routing = alertRouting(alerting);
    this._facts = {
      name: this.name,
      scrapes: true,
      onePort: false,
      access,
      evaluatesRules: true,
      targetLabels: { namespace: 'namespace', name: 'job' },
      ...(address !== undefined && { address }),
      ...(retention !== undefined && { retentionDays: daysOf(retention) }),
    };
  }

  /** @internal */
  public _declareMicroservice(
    scope: Construct,
    definition: DeploymentDefinition,
    workload: () => DeploymentWorkload,
  ): void {
    const monitors = monitorsOf(definition);
    if (monitors.pods)
      this.add(scope, definition, 'monitor', 'PodMonitor', () => podMonitorSpec(workload(), this.scrape));
    if (monitors.service)
      this.add(scope, definition, 'service-monitor', 'ServiceMonitor', () =>
        serviceMonitorSpec(workload(), this.scrape),
      );
    this.add(scope, definition, 'rules', 'PrometheusRule', () => ({ groups: ruleGroups(workload(), this.routing) }));
  }

  /** @internal */
  public _contribution(): PodContribution {
    return NO_CONTRIBUTION;
  }

  /** @internal */
  public _platformProblems(): Problem[] {
    return [
      ...addressProblems(this._facts),
      ...selectorProblems(this.selector),
      ...scrapeProblems(this.scrape, this._facts.retentionDays),
      ...accessProblems(this._facts.access),
      ...routingProblems(this.routing),
    ];
  }

  private add(scope: Construct, definition: DeploymentDefinition, id: string, kind: string, spec: () => unknown): void {
    const metadata = metadataOf(definition);
    new Manifest(scope, id, {
      ...metadata,
      labels: { ...metadata.labels, ...this.selector },
      apiVersion: 'monitoring.coreos.com/v1',
      kind,
      fields: { spec },
    });
  }
}
