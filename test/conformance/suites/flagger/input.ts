import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';

/** Seconds between two looks of Flagger at a canary: the fewest that it takes. */
export const INTERVAL_SECONDS = 10;

const NAME = 'app.kubernetes.io/name';

/** The Canaries among objects. */
export function canariesAmong(objects: readonly LocatedObject[]): LocatedObject[] {
  return objects.filter(({ manifest }) => manifest.kind === 'Canary');
}

/** The objects, but for how long a step lasts, and which Prometheus is asked. */
export function hastened(objects: readonly LocatedObject[], prometheus: string): LocatedObject[] {
  return objects.map((object) => {
    const manifest = structuredClone(object.manifest) as any;
    const interval = `${INTERVAL_SECONDS}s`;
    if (manifest.kind === 'Canary') {
      manifest.spec.analysis.interval = interval;
      for (const metric of manifest.spec.analysis.metrics ?? []) metric.interval = interval;
    }
    if (manifest.kind === 'MetricTemplate') manifest.spec.provider.address = prometheus;
    return { ...object, manifest };
  });
}

/** All that is one microservice's, in another namespace; a change may make it defective, or leave objects out. */
export function copied(
  objects: readonly LocatedObject[],
  name: string,
  namespace: string,
  change: (manifest: any) => any = (manifest) => manifest,
): LocatedObject[] {
  const own = objects.filter(
    ({ manifest: { kind, metadata } }) => metadata.labels?.[NAME] === name && kind !== 'Namespace',
  );
  return own.flatMap((object) => {
    const manifest = change(
      JSON.parse(
        JSON.stringify(object.manifest)
          .replaceAll(`"${object.manifest.metadata.namespace}"`, `"${namespace}"`)
          .replaceAll(`.${object.manifest.metadata.namespace}.svc`, `.${namespace}.svc`),
      ),
    );
    return manifest === undefined ? [] : [{ ...object, manifest: manifest as KubernetesObject }];
  });
}

/** The query of a MetricTemplate, as Flagger sends it. */
export function queryOf({ manifest }: LocatedObject): string {
  return (manifest.spec.query as string).replace(/\s+/g, ' ');
}

/** The workload with another image. */
export function withImage(manifest: KubernetesObject, tag: string): KubernetesObject {
  const changed = structuredClone(manifest) as any;
  const [container] = changed.spec.template.spec.containers;
  container.image = imageOf(manifest, tag);
  return changed as KubernetesObject;
}

/** The image of a workload's first container, with another tag. */
export function imageOf({ spec }: KubernetesObject, tag?: string): string {
  const { image } = spec.template.spec.containers[0] as { image: string };
  return tag === undefined ? image : image.replace(/:[^:/]*$/, `:${tag}`);
}
