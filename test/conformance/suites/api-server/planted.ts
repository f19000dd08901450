import type { KubernetesClient } from '../../cluster/kubernetes-client';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';
import type { Context } from '../../suite';
import { admits } from './admission';
import { staysAsApplied } from './stability';

/** Shows that the suite finds what it is there to find. */
export async function planted({ findsPlanted }: Context, client: KubernetesClient): Promise<void> {
  const object = 'Deployment planted/cart';
  await findsPlanted(
    { name: 'an unknown field', object, message: /unknown field "spec\.template\.spec\.containers\[0\]\.imagePolicy"/ },
    () => admits(client, [located(deployment({ imagePolicy: 'Always' }))]),
  );
  await findsPlanted(
    {
      name: 'a pod without a seccomp profile',
      object: 'Pod planted/cart',
      message: /violates PodSecurity "restricted.*seccompProfile/,
    },
    () => admits(client, [located(deployment({}, { runAsNonRoot: true }))]),
  );
  await findsPlanted(
    {
      name: 'a kind that the cluster does not have',
      object: 'Rollout planted/cart',
      message: /has no Rollout of example\.com\/v1/,
    },
    () =>
      admits(client, [
        located({ apiVersion: 'example.com/v1', kind: 'Rollout', metadata: { name: 'cart', namespace: 'planted' } }),
      ]),
  );
  await client.apply(deployment({ image: 'registry.example.com/cart:v2' }), { fieldManager: 'somebody-else' });
  await findsPlanted(
    { name: 'a field that somebody else wants', object, message: /conflict with "somebody-else".*image/s },
    () => staysAsApplied(client, [located(deployment({}))]),
  );
}

function deployment(
  container: object,
  securityContext: object = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
): KubernetesObject {
  const labels = { 'app.kubernetes.io/name': 'cart' };
  const restricted = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'cart', namespace: 'planted' },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          securityContext,
          containers: [
            { name: 'cart', image: 'registry.example.com/cart:v1', securityContext: restricted, ...container },
          ],
        },
      },
    },
  };
}

function located(manifest: KubernetesObject): LocatedObject {
  return { manifest, file: 'planted.yaml', line: 1 };
}
