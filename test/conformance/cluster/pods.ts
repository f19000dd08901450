import type { LocatedObject } from '../manifests';
import type { KubernetesObject } from './kubernetes-object';

/** The pods that the workloads among objects would make, one of each, where they come from. */
export function podsOf(objects: readonly LocatedObject[]): LocatedObject[] {
  return objects.flatMap((object) => {
    const template = templateOf(object.manifest);
    return template === undefined ? [] : [{ ...object, text: undefined, manifest: podOf(object.manifest, template) }];
  });
}

/** The pod template of a workload; undefined for what is none. */
export function templateOf({ kind, spec }: KubernetesObject): any {
  if (kind === 'CronJob') return spec.jobTemplate.spec.template;
  return spec?.template?.spec?.containers === undefined ? undefined : spec.template;
}

/** Fields of the template of Knative's Services beyond those of pods. */
const OF_REVISIONS = ['containerConcurrency', 'timeoutSeconds', 'responseStartTimeoutSeconds', 'idleTimeoutSeconds'];

function podOf({ metadata, spec: { volumeClaimTemplates = [] } }: KubernetesObject, template: any): KubernetesObject {
  const claims = (volumeClaimTemplates as KubernetesObject[]).map((claim) => ({
    name: claim.metadata.name,
    persistentVolumeClaim: { claimName: claim.metadata.name },
  }));
  const own = Object.fromEntries(
    Object.entries(template.spec as object).filter(([field]) => !OF_REVISIONS.includes(field)),
  );
  const spec = claims.length === 0 ? own : { ...own, volumes: [...(template.spec.volumes ?? []), ...claims] };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...template.metadata, name: metadata.name, namespace: metadata.namespace },
    spec,
  };
}
