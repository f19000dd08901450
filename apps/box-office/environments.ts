import { Duration, Size } from 'cdk8s';
import {
  ClusterFacts,
  GatewayApi,
  GatewayApiVersion,
  GatewayClass,
  GrafanaConfigMaps,
  IstioMesh,
  IstioVersion,
  KnativeServing,
  KubernetesVersion,
  NetworkPeer,
  Platform,
  PrometheusOperator,
  Scaling,
  SecretStore,
} from '../../lib';
import type { BoxOfficeOptions } from './box-office';

const everywhere = {
  MS2014: 'The provider and the mail server change their public addresses without notice.',
  MS1150: 'Dashboards and runbooks of the old program look for its old names.',
  MS7009: 'A poster is public, and who may upload one is checked by its signed URL.',
};

/** A cluster that tickets are sold from. */
export interface Environment extends BoxOfficeOptions {
  readonly platform: Platform;
  /** Findings that are accepted there, with the reasons. */
  readonly acknowledged?: Readonly<Record<string, string>>;
}

/** The Gateway that the platform team runs in each cluster, with the certificates of all hosts. */
const gateway = { name: 'public', namespace: 'gateways', httpListener: 'http', httpsListener: 'https' };

/** The store of secrets of each cluster. */
const storage = { secrets: { externalSecrets: { store: SecretStore.cluster('vault') } } };

const production: Environment = {
  acknowledged: {
    ...everywhere,
    MS2051: 'A request that no replica took may be sent once more: no seat is locked yet.',
  },
  platform: new Platform({
    cluster: new ClusterFacts({
      name: 'production',
      kubernetesVersion: KubernetesVersion.of('1.35'),
      zones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'],
      storage,
      scrapers: [NetworkPeer.pods({ namespace: 'monitoring', labels: { 'app.kubernetes.io/name': 'prometheus' } })],
    }),
    mesh: new IstioMesh({ version: IstioVersion.of('1.30') }),
    wayIn: new GatewayApi({ version: GatewayApiVersion.of('1.6'), gateway }),
    functions: new KnativeServing({ domain: 'fn.example.com' }),
    observability: {
      monitoring: new PrometheusOperator({
        selector: { release: 'kube-prometheus-stack' },
        address: 'http://kube-prometheus-stack-prometheus.monitoring:9090',
        retention: Duration.days(30),
        alerting: { runbookUrl: 'https://runbooks.example.com/' },
      }),
      dashboards: new GrafanaConfigMaps(),
    },
    defaults: { scaling: Scaling.fixed(3) },
    required: { security: { networkPolicy: true } },
  }),
  stores: { replicas: 3, databaseSize: Size.gibibytes(200) },
  busy: Scaling.onCpu({ min: 3, max: 20 }),
  exposure: { host: 'tickets.example.com', public: true },
};

/** A small cluster without a mesh, where the last replica of the database tries each version first. */
const staging: Environment = {
  acknowledged: {
    ...everywhere,
    MS4002: 'Without a mesh, the applications keep to deadlines of their own.',
    MS5002: 'Nobody promises anything of staging.',
    MS5103: 'Nobody is woken because of staging.',
  },
  platform: new Platform({
    cluster: new ClusterFacts({ name: 'staging', kubernetesVersion: KubernetesVersion.of('1.36'), storage }),
    wayIn: new GatewayApi({
      version: GatewayApiVersion.of('1.6'),
      gatewayClass: GatewayClass.envoyGateway(),
      gateway,
    }),
    functions: new KnativeServing({ domain: 'fn.staging.example.com' }),
  }),
  stores: { replicas: 2, databaseSize: Size.gibibytes(20), partition: 1 },
  exposure: { host: 'tickets.staging.example.com', public: true },
};

/** Environments of the box office, by name. */
export const environments = { production, staging };
