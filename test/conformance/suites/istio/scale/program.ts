import {
  App,
  ApplicationStack,
  ClusterFacts,
  IstioMesh,
  KubernetesVersion,
  Microservice,
  Platform,
  Port,
} from '../../../../../lib';
import { readSystems, System } from '../../../manifests';

/** The namespace of the many. */
export const NAMESPACE = 'many';

/** The one whose proxy is looked at, and one that is copied. */
export const [CALLER, CALLEE] = ['caller', 'callee-1'];

/** A microservice that calls three others. */
export function synthesizeFour(folder: string): System {
  const app = new App({ outdir: folder });
  const platform = new Platform({
    cluster: new ClusterFacts({ name: 'scale', kubernetesVersion: KubernetesVersion.of('1.34') }),
    mesh: new IstioMesh(),
  });
  const stack = new ApplicationStack(app, NAMESPACE, { platform });
  const state = (name: string) =>
    new Microservice(stack, name, { image: `ghcr.io/acme/${name}:1.0.0`, ports: [Port.http(8080)] });
  const caller = state(CALLER);
  for (const callee of [CALLEE, 'callee-2', 'callee-3']) caller.calls(state(callee));
  app.synth();
  return readSystems(folder)[0]!;
}
