import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { evaluateRules, Problem } from '../../errors';
import { Manifest, metadataOf, MS1065_ADDRESS } from '../kubernetes';
import {
  type DeploymentDefinition,
  DeploymentWorkload,
  JobDefinition,
  JobWorkload,
  MonitoringFacts,
  NO_CONTRIBUTION,
  PodContribution,
  WorkloadDefinition,
} from '../../program';
import { daysOf, MetricsAccess, secondsOf, keepOwn } from '../../values';
import { type AlertRouting, ROUTING_RULES } from './alerts';
import { AlertingOptions, alertRouting } from './alerting';
import { jobRuleGroups } from './jobs';
import { monitorsOf, podMonitorSpec, ScrapeSettings, serviceMonitorSpec } from './metrics/monitors';
import { MS5003_ACCESS, MS5003_SCRAPES } from './metrics/rules/ms5003';
import { Monitoring } from './monitoring';
import { ruleGroups } from './rule-groups';
import { MS5003_ADDRESS, MS5003_SELECTOR } from './rules';
import { judged } from '../../arguments';

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
   * @default - not known: the operator's 24 hours, and objectives with longer windows are warned of
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

/** `retention` of the Prometheus resource where nothing is stated: 24 h. */
const DEFAULT_RETENTION_DAYS = 1;

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
    } = judged(this, 'PrometheusOperator', props);
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
      statesFallback: true,
      defaultRetentionDays: DEFAULT_RETENTION_DAYS,
      targetLabels: { namespace: 'namespace', name: 'job' },
      ...(address !== undefined && { address }),
      ...(retention !== undefined && { retentionDays: daysOf(retention) }),
    };
    keepOwn(this, PrometheusOperator);
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
  public _declareJob(scope: Construct, definition: JobDefinition, workload: () => JobWorkload): void {
    this.add(scope, definition, 'rules', 'PrometheusRule', () => ({ groups: jobRuleGroups(workload(), this.routing) }));
  }

  /** @internal */
  public _contribution(): PodContribution {
    return NO_CONTRIBUTION;
  }

  /** @internal */
  public _platformProblems(): Problem[] {
    return [
      ...evaluateRules([MS5003_ADDRESS], this._facts),
      ...evaluateRules([MS5003_SELECTOR], { selector: this.selector }),
      ...evaluateRules([MS5003_SCRAPES], { ...this.scrape, retentionDays: this._facts.retentionDays }),
      ...evaluateRules([MS5003_ACCESS], this._facts.access),
      ...evaluateRules(ROUTING_RULES, this.routing),
      ...evaluateRules([MS1065_ADDRESS], { place: 'the address of Prometheus', address: this._facts.address }),
      ...evaluateRules([MS1065_ADDRESS], { place: 'the address of runbooks', address: this.routing.runbookUrl }),
    ];
  }

  private add(scope: Construct, definition: WorkloadDefinition, id: string, kind: string, spec: () => unknown): void {
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
