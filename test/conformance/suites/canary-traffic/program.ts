import * as path from 'node:path';
import { Duration } from 'cdk8s';
import {
  App,
  ApplicationStack,
  ArgoRollouts,
  CanaryStep,
  ClusterFacts,
  IstioMesh,
  KubernetesVersion,
  Microservice,
  Platform,
  Port,
  Retries,
  Rollout,
  Scaling,
} from '../../../../lib';
import { readSystems, System } from '../../manifests';

/** The microservice that is brought out, and its namespace. */
export const NAME = 'search';
export const NAMESPACE = 'shop';
export const PORT = 8080;

/** The header of requests that try a new version. */
export const HEADER = { name: 'x-canary', value: 'always' } as const;

/** Percent of the requests that are copied. */
export const COPIED = 30;

/** The weights, each until somebody says so. */
export const WEIGHTS = [20, 50];

/** Calls of both callers: one for any path, one for a single path. */
export const CALLS = {
  frontend: { path: '/', timeoutSeconds: 1, attempts: 1 },
  office: { path: '/report', timeoutSeconds: 2, attempts: 2 },
} as const;

/** Seconds of a step that is looked at while it lasts. */
const LOOKED_AT = Duration.seconds(25);

/** A shop with a canary of every kind of step, which two callers call in ways of their own. */
export function shop(folder: string): System {
  const app = new App({ outdir: path.join(folder, 'shop') });
  const platform = new Platform({
    cluster: new ClusterFacts({ name: 'traffic', kubernetesVersion: KubernetesVersion.of('1.34') }),
    mesh: new IstioMesh(),
    delivery: new ArgoRollouts(),
    defaults: { scaling: Scaling.fixed(2) },
  });
  const stack = new ApplicationStack(app, NAMESPACE, {
    platform,
    defaults: { lifecycle: { longestRequest: Duration.seconds(3) } },
  });
  const serve = (name: string, rollout?: Rollout) =>
    new Microservice(stack, name, {
      image: `ghcr.io/acme/${name}:1.0.0`,
      ports: [Port.http(PORT)],
      ...(rollout !== undefined && { lifecycle: { rollout } }),
    });
  const search = serve(
    NAME,
    Rollout.canary({
      analysis: false,
      steps: [
        CanaryStep.header(HEADER.name, HEADER.value, LOOKED_AT),
        CanaryStep.mirror(COPIED, LOOKED_AT),
        ...WEIGHTS.flatMap((weight) => [CanaryStep.weight(weight, Duration.seconds(1)), CanaryStep.approval()]),
      ],
    }),
  );
  serve('frontend').calls(search, {
    timeout: Duration.seconds(CALLS.frontend.timeoutSeconds),
    idempotent: true,
    retries: Retries.none(),
  });
  serve('office').calls(search, {
    timeout: Duration.seconds(CALLS.office.timeoutSeconds),
    idempotent: true,
    retries: Retries.upTo(1),
    operation: { paths: [CALLS.office.path] },
  });
  stack.acknowledge('MS6112', 'Nobody judges the answers to copies but the suite.');
  app.synth();
  return readSystems(app.outdir)[0]!;
}
