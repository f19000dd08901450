import type { IGrafanaDashboard } from '@kubernetes-models/grafana-operator/grafana.integreatly.org/v1beta1/GrafanaDashboard';
import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { evaluateRules, Problem } from '../../../errors';
import type { DeploymentDefinition, DeploymentWorkload } from '../../../program';
import { Dashboards, DashboardStack } from './dashboards';
import { DashboardKind, declareMicroserviceDashboard, declareStackDashboard } from './objects';
import { MS5201, MS5203_OPERATOR } from './rules';
import { keepOwn } from '../../../values';
import { judged } from '../../../arguments';

/** Grafana instances of the dashboards, and their synchronization by the operator. */
export interface GrafanaOperatorProps {
  /** Labels of the Grafana objects whose instances show the dashboards. */
  readonly instanceSelector: { [label: string]: string };

  /**
   * Folder that the dashboards are put into.
   *
   * @default - the operator's: named after the namespace
   */
  readonly folder?: string;

  /**
   * Interval at which the operator reverts changes in Grafana, 1 s or more.
   *
   * @default Duration.minutes(10)
   */
  readonly resyncPeriod?: Duration;

  /**
   * True when Grafana objects of other namespaces show the dashboards.
   *
   * @default true
   */
  readonly allowCrossNamespaceImport?: boolean;
}

const DEFAULT_RESYNC_SECONDS = 600;

/** Dashboards as objects of the Grafana operator, beside the microservices. */
export class GrafanaOperator extends Dashboards {
  /** Name of the provider, for findings. */
  public readonly name = 'GrafanaOperator';

  private readonly spec: Omit<IGrafanaDashboard['spec'], 'json'>;
  private readonly resyncSeconds: number;

  public constructor(props: GrafanaOperatorProps) {
    super();
    const {
      instanceSelector,
      folder,
      resyncPeriod,
      allowCrossNamespaceImport = true,
    } = judged(this, 'GrafanaOperator', props);
    this.resyncSeconds = resyncPeriod?.toSeconds({ integral: false }) ?? DEFAULT_RESYNC_SECONDS;
    this.spec = {
      allowCrossNamespaceImport,
      ...(folder !== undefined && { folder }),
      instanceSelector: { matchLabels: { ...instanceSelector } },
      resyncPeriod: `${this.resyncSeconds}s`,
    };
    keepOwn(this, GrafanaOperator);
  }

  /** @internal */
  public _declareMicroservice(
    scope: Construct,
    definition: DeploymentDefinition,
    workload: () => DeploymentWorkload,
  ): void {
    declareMicroserviceDashboard(scope, definition, workload, this.kind());
  }

  /** @internal */
  public _declareStack(
    scope: Construct,
    stack: DashboardStack,
    microservices: () => readonly DeploymentWorkload[],
  ): void {
    declareStackDashboard(scope, stack, microservices, this.kind(), this.name);
  }

  /** @internal */
  public _platformProblems(): Problem[] {
    const { name, resyncSeconds } = this;
    const instanceSelector = this.spec.instanceSelector.matchLabels ?? {};
    return [
      ...evaluateRules([MS5201], { name }),
      ...evaluateRules([MS5203_OPERATOR], { provider: name, instanceSelector, resyncSeconds }),
    ];
  }

  private kind(): DashboardKind {
    const { spec } = this;
    return {
      apiVersion: 'grafana.integreatly.org/v1beta1',
      kind: 'GrafanaDashboard',
      suffix: '',
      labels: {},
      annotations: {},
      field: 'spec',
      content: (_uid, json) => ({ ...spec, json }),
    };
  }
}
