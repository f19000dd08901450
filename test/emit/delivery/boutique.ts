import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { environments } from '../../../apps/online-boutique/environments';
import { onlineBoutique, PurchaseRollouts } from '../../../apps/online-boutique/online-boutique';
import {
  App,
  ClusterFacts,
  Delivery,
  GrafanaConfigMaps,
  IstioIngressGateway,
  IstioMesh,
  NetworkPeer,
  Platform,
  PrometheusOperator,
  Scaling,
} from '../../../lib';
import type { Probe } from '../../support/canary/calls';
import { probesOf } from '../../support/canary/probes';
import { readProgramText } from '../../support/canary/program-text';
import { ManifestObject, synthesize } from '../../support/manifests';

/** Calls that the text of Online Boutique states, and others that it does not. */
const PROBES = probesOf(
  readProgramText(readFileSync(path.join(__dirname, '../../../apps/online-boutique/online-boutique.ts'), 'utf8')),
);

/** Manifests of a program, and requests that it states or does not state. */
export interface Synthesized {
  readonly manifests: readonly ManifestObject[];
  readonly probes: readonly Probe[];
}

/** Online Boutique as it runs in one of its environments. */
export function boutiqueIn(environment: keyof typeof environments): Synthesized {
  const {
    platform,
    acknowledged = {},
    ...options
  } = environments[environment] as (typeof environments)['istio'] & {
    readonly acknowledged?: Readonly<Record<string, string>>;
  };
  return synthesized(platform, options, acknowledged);
}

/** Online Boutique on Istio, as another delivery brings it out. */
export function boutiqueBy(
  delivery: Delivery,
  rollouts: PurchaseRollouts,
  acknowledged: readonly string[] = [],
): Synthesized {
  const platform = new Platform({
    cluster: new ClusterFacts({
      scrapers: [NetworkPeer.pods({ namespace: 'monitoring', labels: { app: 'prometheus' } })],
    }),
    mesh: new IstioMesh({ ingressGateway: new IstioIngressGateway() }),
    observability: {
      monitoring: new PrometheusOperator({ selector: {}, address: 'http://prometheus.monitoring:9090' }),
      dashboards: new GrafanaConfigMaps(),
    },
    delivery,
    defaults: { scaling: Scaling.fixed(3) },
  });
  const options = { rollouts, exposure: { host: 'shop.example.com', public: true } };
  return synthesized(
    platform,
    options,
    Object.fromEntries(acknowledged.map((code) => [code, 'It is good enough here.'])),
  );
}

function synthesized(
  platform: Platform,
  options: Parameters<typeof onlineBoutique>[2],
  acknowledged: Readonly<Record<string, string>>,
): Synthesized {
  const app = new App();
  const stack = onlineBoutique(app, platform, options);
  for (const [code, reason] of Object.entries(acknowledged)) stack.acknowledge(code, reason);
  return { manifests: synthesize(app), probes: PROBES };
}
