import * as path from 'node:path';
import { podsOf, templateOf } from '../../../cluster/pods';
import type { RunningPod } from '../../../mesh';
import { Context, Findings, problemWith } from '../../../suite';
import type { MeshCluster } from '../mesh-cluster';
import { copiesOf } from './copies';
import { CALLEE, CALLER, NAMESPACE, synthesizeFour } from './program';

const MICROSERVICES = 1_000;
/** Of what it would hold without a scope. */
const SHARE = 0.025;
const SECONDS_A_PUSH = 60;

/** Judges how much one of many proxies holds where its microservice has three callees. */
export async function judgeScale({ judge, findsPlanted, scratch }: Context, cluster: MeshCluster): Promise<void> {
  const system = synthesizeFour(path.join(scratch, 'scale'));
  const objects = system.objects.map(({ manifest }) => manifest);
  await cluster.admit(objects.filter(({ kind }) => kind === 'Namespace'));
  const others = copiesOf(objects, CALLEE, MICROSERVICES - 4);
  await cluster.admit([...objects.filter((manifest) => templateOf(manifest) === undefined), ...others]);
  const pod = await cluster.kubelet.run(
    podsOf(system.objects).find(({ manifest }) => manifest.metadata.name === CALLER)!.manifest,
  );
  const scope = system.objects.find(
    ({ manifest }) => manifest.kind === 'Sidecar' && manifest.metadata.name === CALLER,
  )!;

  const scoped = await bytesHeld(cluster, pod);
  await cluster.remove([scope.manifest]);
  const whole = await bytesHeld(cluster, pod);
  const judged = (bytes: number): Findings => ({
    judged: bytes,
    problems:
      bytes <= SHARE * whole
        ? []
        : [
            problemWith(
              scope,
              `its proxy holds ${bytes} bytes of configuration, which are ${((100 * bytes) / whole).toFixed(1)} % ` +
                `of ${whole}`,
            ),
          ],
  });
  await judge(
    `${MICROSERVICES} microservices`,
    `a proxy holds at most ${100 * SHARE} % of ${whole} bytes of configuration`,
    () => Promise.resolve(judged(scoped)),
  );
  await findsPlanted({ name: 'no scope', object: `Sidecar ${NAMESPACE}/${CALLER}`, message: /100\.0 % of/ }, () =>
    Promise.resolve(judged(whole)),
  );
  await pod.stop();
}

/** The bytes of configuration that istiod gave to a proxy. */
async function bytesHeld({ istiod }: MeshCluster, pod: RunningPod): Promise<number> {
  await istiod.untilSynchronized(SECONDS_A_PUSH);
  const { configs } = JSON.parse(await pod.envoy('config_dump?include_eds')) as {
    readonly configs: readonly { readonly '@type': string }[];
  };
  // What it started with, mostly the list of Envoy's own extensions, is the same with and without.
  return Buffer.byteLength(
    JSON.stringify(configs.filter((config) => !config['@type'].endsWith('BootstrapConfigDump'))),
  );
}
