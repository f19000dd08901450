import { ConformanceError } from '../errors';
import type { LocatedObject } from '../manifests';
import { complaintsOf, KubernetesClient } from './kubernetes-client';
import type { KubernetesObject } from './kubernetes-object';

/** The class of claims that name none. */
const STORAGE_CLASS: KubernetesObject = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'simulated', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
  provisioner: 'kubernetes.io/no-provisioner',
};

/**
 * Makes the volume of every claim that comes with objects, or that a StatefulSet makes: no pod with a claim is
 * scheduled before.
 *
 * @throws ConformanceError when the API server refuses one
 */
export async function createVolumes(client: KubernetesClient, objects: readonly LocatedObject[]): Promise<void> {
  const volumes = claimsAmong(objects).map(volumeOf);
  if (volumes.length === 0) return;
  const answers = await Promise.all([STORAGE_CLASS, ...volumes].map((object) => client.create(object)));
  const complaints = answers.flatMap(complaintsOf);
  if (complaints.length > 0) throw new ConformanceError(`volumes are refused: ${complaints.join('; ')}`);
}

/** Claims of a workload, each once. */
export function claimsAmong(objects: readonly LocatedObject[]): any[] {
  return objects.flatMap(({ manifest: { kind, spec } }) => {
    if (kind === 'PersistentVolumeClaim') return [spec];
    const templates: any[] = kind === 'StatefulSet' ? (spec.volumeClaimTemplates ?? []) : [];
    return templates.flatMap((template) => Array.from({ length: spec.replicas ?? 1 }, () => template.spec));
  });
}

function volumeOf(
  { storageClassName = STORAGE_CLASS.metadata.name, accessModes, volumeMode, resources }: any,
  at: number,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: `simulated-${at + 1}` },
    spec: {
      storageClassName,
      accessModes,
      volumeMode,
      capacity: { storage: resources.requests.storage },
      hostPath: { path: '/nowhere' },
    },
  };
}
