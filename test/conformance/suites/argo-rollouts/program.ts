import * as path from 'node:path';
import { Duration } from 'cdk8s';
import { onlineBoutique } from '../../../../apps/online-boutique/online-boutique';
import {
  App,
  ApplicationStack,
  ArgoRollouts,
  CanaryStep,
  ClusterFacts,
  FieldOwner,
  IstioIngressGateway,
  IstioMesh,
  KubernetesVersion,
  Microservice,
  NetworkPeer,
  Platform,
  Port,
  PrometheusOperator,
  Rollout,
  Scaling,
} from '../../../../lib';
import { readSystems, System } from '../../manifests';

/** Manifests to judge, and the owners of their fields. */
export interface Program {
  readonly system: System;
  readonly ownership: readonly FieldOwner[];
}

/** The weights that the programs state, by microservice. */
export const STATED: Readonly<Record<string, readonly number[]>> = {
  frontend: [10, 50],
  checkoutservice: [34],
  cart: [50],
  orders: [50],
  stock: [50],
  search: [50],
  mail: [50],
};

/** Seconds of every step. */
export const STEP_SECONDS = 4;

/** The header of requests that try a new version of search. */
export const HEADER = { name: 'x-canary', value: 'always' } as const;

/** Percent of the requests of which new versions of search and mail get copies. */
export const COPIED = 40;

const SHORT = Duration.seconds(STEP_SECONDS);

/** Online Boutique as on its platform with Istio, but for steps of seconds and a Prometheus of the suite's own. */
export function boutiqueProgram(folder: string, prometheus: string): Program {
  const app = new App({ outdir: path.join(folder, 'boutique') });
  const stack = onlineBoutique(app, platformWith(prometheus), {
    busy: Scaling.onCpu({ min: 3, max: 12 }),
    exposure: { host: 'shop.example.com', tlsSecret: 'shop-example-com', public: true },
    rollouts: { frontend: canary('frontend'), checkout: canary('checkoutservice') },
  });
  return written(app, stack);
}

/**
 * A shop with one microservice for each way of bringing it out, and one for each defect that is planted; nothing judges
 * them.
 */
export function shopProgram(folder: string, prometheus: string): Program {
  const app = new App({ outdir: path.join(folder, 'shop') });
  const stack = new ApplicationStack(app, 'shop', {
    platform: platformWith(prometheus),
    defaults: { lifecycle: { longestRequest: Duration.seconds(2) } },
  });
  const serve = (name: string, rollout?: Rollout) =>
    new Microservice(stack, name, {
      image: `ghcr.io/acme/${name}:1.0.0`,
      ports: [Port.http(8080)],
      ...(rollout !== undefined && { lifecycle: { rollout } }),
    });
  const frontend = serve('frontend');
  const unjudged = (name: string) =>
    Rollout.canary({ steps: STATED[name]!.map((weight) => CanaryStep.weight(weight, SHORT)), analysis: false });
  const copied = (name: string, ...before: CanaryStep[]) =>
    Rollout.canary({
      steps: [
        ...before,
        CanaryStep.mirror(COPIED, SHORT),
        ...STATED[name]!.map((weight) => CanaryStep.weight(weight, SHORT)),
      ],
      analysis: false,
    });
  const called = [
    ...['cart', 'orders', 'stock'].map((name) => serve(name, unjudged(name))),
    serve('search', copied('search', CanaryStep.header(HEADER.name, HEADER.value, SHORT))),
    serve('mail', copied('mail')),
    serve('account', Rollout.blueGreen({ autoPromotion: true, scaleDownDelay: Duration.seconds(30) })),
  ];
  for (const callee of called) frontend.calls(callee, { timeout: Duration.seconds(1), idempotent: true });
  // Another way to the same microservice: its own route.
  const office = serve('office');
  office.calls(called[0]!, { timeout: Duration.seconds(2), idempotent: true });
  stack.acknowledge('MS6112', 'The suite asks where copies go, not how they are answered.');
  return written(app, stack);
}

function canary(name: string): Rollout {
  return Rollout.canary({ steps: STATED[name]!.map((weight) => CanaryStep.weight(weight, SHORT)) });
}

function platformWith(prometheus: string): Platform {
  return new Platform({
    cluster: new ClusterFacts({
      name: 'rollouts',
      kubernetesVersion: KubernetesVersion.of('1.34'),
      scrapers: [NetworkPeer.pods({ namespace: 'monitoring', labels: { 'app.kubernetes.io/name': 'prometheus' } })],
    }),
    mesh: new IstioMesh({ ingressGateway: new IstioIngressGateway() }),
    observability: { monitoring: new PrometheusOperator({ selector: { release: 'prometheus' }, address: prometheus }) },
    delivery: new ArgoRollouts({ analysisInterval: Duration.seconds(5) }),
    defaults: { scaling: Scaling.fixed(3) },
  });
}

function written(app: App, stack: ApplicationStack): Program {
  app.synth();
  const microservices = stack.node
    .findAll()
    .filter((construct): construct is Microservice => Microservice.isMicroservice(construct));
  return { system: readSystems(app.outdir)[0]!, ownership: microservices.flatMap(({ ownership }) => ownership) };
}
