import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { evaluateRules, Problem } from '../../errors';
import { Manifest, metadataOf, MS1065_ADDRESS } from '../kubernetes';
import {
  type DeploymentDefinition,
  metricsPorts,
  DeploymentWorkload,
  JobDefinition,
  JobWorkload,
  WorkloadDefinition,
  MonitoringFacts,
  NO_CONTRIBUTION,
  PodContribution,
} from '../../program';
import { daysOf, keepOwn, MetricsAccess } from '../../values';
import { AlertingOptions, alertRouting } from './alerting';
import { type AlertRouting, ROUTING_RULES } from './alerts';
import { MS5003_RETENTION } from './metrics/rules/ms5003';
import { Monitoring } from './monitoring';
import { jobRuleGroups } from './jobs';
import { type RuleGroup, ruleGroups } from './rule-groups';
import { MS5003_ADDRESS, MS5003_SELECTOR, MS5003_TARGET_LABELS } from './rules';
import { judged } from '../../arguments';

/** An installation of Prometheus without its operator. */
export interface PrometheusAnnotationsProps {
  /**
   * Labels of the ConfigMaps whose rule files its Prometheus loads, as a sidecar collects them.
   *
   * @default - it loads none: objectives and alerts have no effect
   */
  readonly ruleSelector?: { [key: string]: string };

  /**
   * Label of its targets that holds the namespace.
   *
   * @default namespace
   */
  readonly namespaceLabel?: string;

  /**
   * Label of its targets that holds the value of the pods' label `app.kubernetes.io/name`.
   *
   * @default app_kubernetes_io_name
   */
  readonly nameLabel?: string;

  /**
   * Retention of its Prometheus. Objectives with longer windows are refused.
   *
   * @default - not known: Prometheus' 15 days, and objectives with longer windows are warned of
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

/** Prometheus' `storage.tsdb.retention.time` where nothing is stated. */
const DEFAULT_RETENTION_DAYS = 15;

/**
 * Prometheus that finds its targets by annotations of pods, one port of each, as the chart of prometheus-community is
 * set up.
 */
export class PrometheusAnnotations extends Monitoring {
  /** Name of the provider, for findings. */
  public readonly name = 'PrometheusAnnotations';

  /** @internal */
  public readonly _facts: MonitoringFacts;

  private readonly ruleSelector?: { readonly [key: string]: string };
  private readonly routing: AlertRouting;

  public constructor(props: PrometheusAnnotationsProps = {}) {
    super();
    const {
      ruleSelector,
      namespaceLabel = 'namespace',
      nameLabel = 'app_kubernetes_io_name',
      alerting = {},
      retention,
      address,
    } = judged(this, 'PrometheusAnnotations', props);
    if (ruleSelector !== undefined) this.ruleSelector = { ...ruleSelector };
    this.routing = alertRouting(alerting);
    this._facts = {
      name: this.name,
      scrapes: true,
      onePort: true,
      evaluatesRules: ruleSelector !== undefined,
      defaultRetentionDays: DEFAULT_RETENTION_DAYS,
      ...(retention !== undefined && { retentionDays: daysOf(retention) }),
      targetLabels: { namespace: namespaceLabel, name: nameLabel },
      ...(address !== undefined && { address }),
      // A pod has one set of annotations: in a mesh, what they lead to is the proxy's agent, which hands out both.
      access: MetricsAccess.merged(),
    };
    keepOwn(this, PrometheusAnnotations);
  }

  /** @internal */
  public _declareMicroservice(
    scope: Construct,
    definition: DeploymentDefinition,
    workload: () => DeploymentWorkload,
  ): void {
    this.addRules(scope, definition, () => ruleGroups(workload(), this.routing));
  }

  /** @internal */
  public _declareJob(scope: Construct, definition: JobDefinition, workload: () => JobWorkload): void {
    this.addRules(scope, definition, () => jobRuleGroups(workload(), this.routing));
  }

  /** @internal */
  public _contribution({ proxied, ports }: DeploymentWorkload): PodContribution {
    const [port] = metricsPorts(ports);
    // In a mesh with proxies, the mesh states the scraped endpoint.
    if (port === undefined || proxied) return NO_CONTRIBUTION;
    return {
      ...NO_CONTRIBUTION,
      podAnnotations: {
        'prometheus.io/scrape': 'true',
        'prometheus.io/port': `${port.targetPort}`,
        'prometheus.io/path': port.metricsPath,
      },
    };
  }

  /** @internal */
  public _platformProblems(): Problem[] {
    return [
      ...evaluateRules([MS5003_ADDRESS, MS5003_TARGET_LABELS], this._facts),
      ...evaluateRules([MS5003_RETENTION], { retentionDays: this._facts.retentionDays }),
      ...evaluateRules([MS5003_SELECTOR], { selector: this.ruleSelector ?? {} }),
      ...evaluateRules(ROUTING_RULES, this.routing),
      ...evaluateRules([MS1065_ADDRESS], { place: 'the address of Prometheus', address: this._facts.address }),
      ...evaluateRules([MS1065_ADDRESS], { place: 'the address of runbooks', address: this.routing.runbookUrl }),
    ];
  }

  private addRules(scope: Construct, definition: WorkloadDefinition, groups: () => RuleGroup[]): void {
    if (this.ruleSelector === undefined) return;
    const metadata = metadataOf(definition);
    new Manifest(scope, 'rules', {
      ...metadata,
      name: `${definition.name}-rules`,
      labels: { ...metadata.labels, ...this.ruleSelector },
      apiVersion: 'v1',
      kind: 'ConfigMap',
      // JSON is YAML, and Prometheus reads both.
      fields: {
        data: () => {
          const rules = JSON.stringify({ groups: groups() }, undefined, 2);
          return {
            [`${definition.namespace}-${definition.name}.rules.yaml`]: `${rules}
`,
          };
        },
      },
    });
  }
}
