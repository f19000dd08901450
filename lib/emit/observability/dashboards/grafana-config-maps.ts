import type { Construct } from 'constructs';
import { evaluateRules, Problem } from '../../../errors';
import type { DeploymentDefinition, DeploymentWorkload } from '../../../program';
import { Dashboards, DashboardStack } from './dashboards';
import { DashboardKind, declareMicroserviceDashboard, declareStackDashboard } from './objects';
import { MS5201, MS5203_CONFIG_MAPS } from './rules';
import { keepOwn } from '../../../values';
import { judged } from '../../../arguments';

/** Discovery of dashboards by the sidecar of Grafana's Helm chart. */
export interface GrafanaConfigMapsProps {
  /**
   * Label of the ConfigMaps that the sidecar looks for.
   *
   * @default grafana_dashboard
   */
  readonly label?: string;

  /**
   * Value of the label.
   *
   * @default 1
   */
  readonly labelValue?: string;

  /**
   * Folder that the dashboards are put into.
   *
   * @default - where the sidecar puts them
   */
  readonly folder?: string;

  /**
   * Annotation in which the sidecar reads the folder.
   *
   * @default grafana_folder
   */
  readonly folderAnnotation?: string;
}

/**
 * Dashboards in ConfigMaps in the microservices' namespaces, for the sidecar of Grafana's Helm chart, which has to
 * search all namespaces.
 */
export class GrafanaConfigMaps extends Dashboards {
  /** Name of the provider, for findings. */
  public readonly name = 'GrafanaConfigMaps';

  private readonly labels: Readonly<Record<string, string>>;
  private readonly annotations: Readonly<Record<string, string>>;

  public constructor(props: GrafanaConfigMapsProps = {}) {
    super();
    const {
      label = 'grafana_dashboard',
      labelValue = '1',
      folder,
      folderAnnotation = 'grafana_folder',
    } = judged(this, 'GrafanaConfigMaps', props);
    this.labels = { [label]: labelValue };
    this.annotations = folder === undefined ? {} : { [folderAnnotation]: folder };
    keepOwn(this, GrafanaConfigMaps);
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
    const { name, labels, annotations } = this;
    return [
      ...evaluateRules([MS5201], { name }),
      ...evaluateRules([MS5203_CONFIG_MAPS], { provider: name, labels, annotations }),
    ];
  }

  private kind(): DashboardKind {
    const { labels, annotations } = this;
    // Sidecars write the files of all namespaces into one folder, so their names are as unique as the dashboards.
    return {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      suffix: '-dashboard',
      labels,
      annotations,
      field: 'data',
      content: (uid, json) => ({ [`${uid}.json`]: json }),
    };
  }
}
