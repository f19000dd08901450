import { Duration } from 'cdk8s';
import {
  ArgoRollouts,
  CanaryStep,
  ClusterFacts,
  Flagger,
  GrafanaConfigMaps,
  IstioIngressGateway,
  IstioMesh,
  IstioVersion,
  Keda,
  KubernetesVersion,
  Logging,
  NetworkPeer,
  Platform,
  PrometheusOperator,
  Rollout,
  Scaling,
  Tracing,
} from '../../lib';
import type { OnlineBoutiqueOptions } from './online-boutique';

/** A cluster that Online Boutique runs on, and how it runs there. */
export interface Environment extends OnlineBoutiqueOptions {
  readonly platform: Platform;
  /** Findings that are accepted there, with the reasons. */
  readonly acknowledged?: Readonly<Record<string, string>>;
}

const withoutMesh = { MS4002: 'Without a mesh, the applications keep to deadlines of their own.' };

/** Prometheus and Grafana as the chart kube-prometheus-stack installs them. */
const scrapers = [NetworkPeer.pods({ namespace: 'monitoring', labels: { 'app.kubernetes.io/name': 'prometheus' } })];
const PROMETHEUS = 'http://kube-prometheus-stack-prometheus.monitoring:9090';
const monitoring = new PrometheusOperator({
  selector: { release: 'kube-prometheus-stack' },
  address: PROMETHEUS,
  retention: Duration.days(30),
  alerting: { runbookUrl: 'https://runbooks.example.com/' },
});
const observability = { monitoring, dashboards: new GrafanaConfigMaps() };

const production: Environment = {
  acknowledged: {
    ...withoutMesh,
    MS5007: 'The applications count no requests, and there is no mesh that would: standard alerts have to do.',
  },
  platform: new Platform({
    cluster: new ClusterFacts({
      name: 'production',
      kubernetesVersion: KubernetesVersion.of('1.34'),
      zones: ['europe-west1-b', 'europe-west1-c', 'europe-west1-d'],
      scrapers,
    }),
    observability,
    // One replica in each zone.
    defaults: { scaling: Scaling.fixed(3) },
    required: { security: { networkPolicy: true } },
  }),
  busy: Scaling.onCpu({ min: 3, max: 12 }),
  exposure: { host: 'shop.example.com', public: true },
};

const staging: Environment = {
  acknowledged: { ...withoutMesh, MS5002: 'Nobody promises anything of staging.' },
  platform: new Platform({
    // Upgraded before production.
    cluster: new ClusterFacts({ name: 'staging', kubernetesVersion: KubernetesVersion.of('1.35') }),
    defaults: { scaling: Scaling.fixed(1) },
    // Pulls through the company's cache, which nodes reach without a way to the internet.
    registryMirrors: {
      'docker.io': 'registry.example.com/docker-hub',
      'us-central1-docker.pkg.dev': 'registry.example.com/google',
    },
  }),
  // The office: https://www.rfc-editor.org/rfc/rfc5737 sets the range aside for examples.
  exposure: { host: 'shop.staging.example.com', allowedSources: ['203.0.113.0/24'] },
};

/** The same as production, on a cluster with Istio. */
const istio: Environment = {
  platform: new Platform({
    cluster: new ClusterFacts({
      name: 'istio',
      kubernetesVersion: KubernetesVersion.of('1.34'),
      zones: ['europe-west1-b', 'europe-west1-c', 'europe-west1-d'],
      scrapers,
    }),
    observability: {
      ...observability,
      tracing: new Tracing({
        collector: {
          service: 'otel-collector',
          namespace: 'observability',
          labels: { 'app.kubernetes.io/name': 'otel-collector' },
        },
        meshProvider: 'otel',
      }),
      logging: new Logging({ meshProvider: 'json' }),
    },
    mesh: new IstioMesh({ version: IstioVersion.of('1.30'), ingressGateway: new IstioIngressGateway() }),
    delivery: new ArgoRollouts(),
    defaults: { scaling: Scaling.fixed(3) },
    required: { security: { networkPolicy: true } },
  }),
  busy: Scaling.onCpu({ min: 3, max: 12 }),
  exposure: { host: 'shop.example.com', tlsSecret: 'shop-example-com', public: true },
  rollouts: {
    frontend: Rollout.canary({ requestsPerSecond: 20 }),
    // At night one order in two seconds: a smaller share would take hours to show anything.
    checkout: Rollout.canary({ steps: [CanaryStep.weight(25), CanaryStep.weight(50)], requestsPerSecond: 0.5 }),
  },
};

/** The same, scaled by KEDA on the requests that proxies count. */
const keda: Environment = {
  platform: new Platform({
    cluster: new ClusterFacts({
      name: 'keda',
      kubernetesVersion: KubernetesVersion.of('1.34'),
      zones: ['europe-west1-b', 'europe-west1-c', 'europe-west1-d'],
      scrapers,
    }),
    observability: { monitoring },
    mesh: new IstioMesh({ version: IstioVersion.of('1.30'), ingressGateway: new IstioIngressGateway() }),
    autoscaling: new Keda({ prometheus: { serverAddress: PROMETHEUS } }),
    resourceRecommendations: true,
    defaults: { scaling: Scaling.fixed(3) },
    required: { security: { networkPolicy: true } },
  }),
  // 25 requests a second a replica, from 3 to 12 of them: docs/scaling has the arithmetic.
  busy: Scaling.forLoad({ peakRequestsPerSecond: 300, requestsPerSecondPerReplica: 50, quietRequestsPerSecond: 40 }),
  exposure: { host: 'shop.example.com', tlsSecret: 'shop-example-com', public: true },
};

/** The same rollouts, by Flagger. */
const flagger: Environment = {
  acknowledged: { MS6112: 'A step more of a bad version costs little of the budget.' },
  platform: new Platform({
    cluster: new ClusterFacts({
      name: 'flagger',
      kubernetesVersion: KubernetesVersion.of('1.34'),
      zones: ['europe-west1-b', 'europe-west1-c', 'europe-west1-d'],
      scrapers,
    }),
    observability: { monitoring },
    mesh: new IstioMesh({ version: IstioVersion.of('1.30'), ingressGateway: new IstioIngressGateway() }),
    delivery: new Flagger(),
    defaults: { scaling: Scaling.fixed(3) },
    required: { security: { networkPolicy: true } },
  }),
  busy: istio.busy!,
  exposure: istio.exposure,
  rollouts: istio.rollouts!,
};

/** Environments of Online Boutique, by name. */
export const environments = { flagger, istio, keda, production, staging };
