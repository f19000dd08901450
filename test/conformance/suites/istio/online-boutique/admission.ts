import { complaintsOf } from '../../../cluster/kubernetes-client';
import { podsOf } from '../../../cluster/pods';
import type { System } from '../../../manifests';
import { Context, Findings, Problem, problemWith } from '../../../suite';
import { located } from '../complaints';
import { analyzeCluster } from '../istioctl';
import { judgeProxies } from '../proxies';
import type { Boutique } from './boutique';
import { BOUTIQUE } from './platform';

/** Judges that Istio injects, takes and understands all of it. */
export async function judgeAdmission(
  { judge, findsPlanted }: Context,
  system: System,
  boutique: Boutique,
): Promise<void> {
  const { istiod } = boutique.cluster;
  await judge(system.name, 'every pod template is admitted with a sidecar that outlives its containers', () =>
    admitted(system, boutique),
  );
  await judge(system.name, 'every proxy takes all of its configuration', () =>
    judgeProxies({ istiod, inMesh: boutique.inMesh }),
  );
  await judge(system.name, 'istioctl analyze finds nothing in the cluster', () => analyzed(boutique));
  const [sidecar] = boutique.all('Sidecar');
  await findsPlanted(
    {
      name: 'a second scope for one microservice',
      object: `Sidecar ${BOUTIQUE}/${sidecar!.metadata.name}`,
      message: /IST0110/,
    },
    async () => {
      const second = { ...sidecar!, metadata: { ...sidecar!.metadata, name: 'second' } };
      return boutique
        .under({ applied: [second] }, () => analyzed(boutique))
        .finally(() => boutique.cluster.remove([second]));
    },
  );
}

/** Containers end before native sidecars do: requests that are under way keep their proxy. */
async function admitted(system: System, { cluster }: Boutique): Promise<Findings> {
  const pods = podsOf(system.objects);
  const problems = await Promise.all(
    pods.map(async (pod): Promise<Problem[]> => {
      const { metadata } = pod.manifest;
      const answer = await cluster.controlPlane.client.create(
        { ...pod.manifest, metadata: { ...metadata, name: `${metadata.name}-template` } },
        { dryRun: true },
      );
      const complaints = complaintsOf(answer);
      const proxy = (answer.body.spec?.initContainers as any[] | undefined)?.find(({ name }) => name === 'istio-proxy');
      if (complaints.length === 0 && proxy?.restartPolicy !== 'Always')
        complaints.push('no native sidecar is injected');
      return complaints.map((message) => problemWith(pod, message));
    }),
  );
  return { judged: pods.length, problems: problems.flat() };
}

async function analyzed({ cluster, objects }: Boutique): Promise<Findings> {
  const complaints = (await analyzeCluster(cluster.controlPlane.kubeconfig)).filter(
    ({ namespace, name }) => (namespace ?? name ?? BOUTIQUE) === BOUTIQUE,
  );
  return { judged: objects.length, problems: complaints.map((complaint) => located(complaint, objects)) };
}
