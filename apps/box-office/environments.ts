import { Duration, Size } from 'cdk8s';
import {
  ClusterFacts,
  GrafanaConfigMaps,
  IstioIngressGateway,
  IstioMesh,
  IstioVersion,
  KnativeServing,
  KubernetesVersion,
  NetworkPeer,
  Platform,
  PrometheusOperator,
  Scaling,
} from '../../lib';
import type { BoxOfficeOptions } from './box-office';

const everywhere = {
  MS2014: 'The provider and the mail server change their public addresses without notice.',
  MS7009: 'A poster is public, and who may upload one is checked by its signed URL.',
};

/** A cluster that tickets are sold from. */
export interface Environment extends BoxOfficeOptions {
  readonly platform: Platform;
  /** Findings that are accepted there, with the reasons. */
  readonly acknowledged?: Readonly<Record<string, string>>;
}

const production: Environment = {
  acknowledged: everywhere,
  platform: new Platform({
    cluster: new ClusterFacts({
      name: 'production',
      kubernetesVersion: KubernetesVersion.of('1.35'),
      zones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'],
      scrapers: [NetworkPeer.pods({ namespace: 'monitoring', labels: { 'app.kubernetes.io/name': 'prometheus' } })],
    }),
    mesh: new IstioMesh({ version: IstioVersion.of('1.30'), ingressGateway: new IstioIngressGateway() }),
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
  exposure: { host: 'tickets.example.com', tlsSecret: 'tickets-example-com', public: true },
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
    cluster: new ClusterFacts({ name: 'staging', kubernetesVersion: KubernetesVersion.of('1.36') }),
    functions: new KnativeServing({ domain: 'fn.staging.example.com' }),
  }),
  stores: { replicas: 2, databaseSize: Size.gibibytes(20), partition: 1 },
  // The office: https://www.rfc-editor.org/rfc/rfc5737 sets the range aside for examples.
  exposure: { host: 'tickets.staging.example.com', allowedSources: ['203.0.113.0/24'] },
};

/** Environments of the box office, by name. */
export const environments = { production, staging };
