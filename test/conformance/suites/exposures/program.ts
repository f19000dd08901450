import * as path from 'node:path';
import { Duration } from 'cdk8s';
import {
  App,
  ApplicationStack,
  ClusterFacts,
  IstioIngressGateway,
  IstioMesh,
  KubernetesVersion,
  Microservice,
  MicroserviceReference,
  Platform,
  Port,
} from '../../../../lib';
import { readSystems, System } from '../../manifests';
import { OUTSIDE, SECRET } from './surroundings';

export const NAMESPACE = 'shop';
/** Port of the pods for callers of the mesh, and the one that takes plain text. */
export const [PORT, PLAIN_PORT] = [8080, 8081];
/** Hosts of one certificate. */
export const HOSTS = { llm: 'llm.example.com', web: 'web.example.com' } as const;
/** Seconds of the longest request, streams left out. */
export const LONGEST_SECONDS = 1;
/** The requests that clients may send to `web`. */
export const CATALOGUE = '/catalogue/1';

/**
 * Two microservices exposed under one certificate, and `cart`, which both call. The proxy of
 * `web` is told to take HTTP/1.0. A pod without a sidecar calls `web` and `cart` too.
 */
export function shop(folder: string): System {
  const app = new App({ outdir: path.join(folder, 'shop') });
  const stack = new ApplicationStack(app, NAMESPACE, {
    platform: new Platform({
      cluster: new ClusterFacts({ name: 'exposures', kubernetesVersion: KubernetesVersion.of('1.34') }),
      mesh: new IstioMesh({ ingressGateway: new IstioIngressGateway({ acmeChallenges: true }) }),
    }),
    defaults: { lifecycle: { longestRequest: Duration.seconds(LONGEST_SECONDS) } },
  });
  const image = (name: string) => `ghcr.io/acme/${name}:1.0.0`;
  const ports = [Port.http(80, { targetPort: PORT }), Port.http(81, { name: 'plain', targetPort: PLAIN_PORT })];
  const cart = new Microservice(stack, 'cart', { image: image('cart'), ports });
  const web = new Microservice(stack, 'web', {
    image: image('web'),
    ports: [ports[0]!, Port.http(81, { name: 'plain', targetPort: PLAIN_PORT, acceptsHttp10: true })],
  });
  const llm = new Microservice(stack, 'llm', { image: image('llm'), ports: [Port.http(80, { targetPort: PORT })] });
  for (const caller of [web, llm]) caller.calls(cart, { port: 80 });
  const outsider = new MicroserviceReference({ ...OUTSIDE, inMesh: false });
  for (const callee of [web, cart]) callee.acceptsCallsFrom(outsider, { port: 81 });
  const exposure = { tlsSecret: SECRET, public: true };
  llm.expose({ ...exposure, host: HOSTS.llm });
  llm.expose({ ...exposure, host: HOSTS.llm, streaming: true, operation: { methods: ['GET'], paths: ['/events/*'] } });
  web.expose({
    ...exposure,
    port: 80,
    host: HOSTS.web,
    operation: { methods: ['GET'], paths: [CATALOGUE] },
  });
  app.synth();
  return readSystems(app.outdir)[0]!;
}
