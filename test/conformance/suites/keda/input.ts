import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';

/** A trigger that asks Prometheus, and where it stands. */
export interface PrometheusTrigger {
  readonly object: LocatedObject;
  readonly query: string;
  /** For each replica. */
  readonly threshold: number;
}

/** The ScaledObjects among objects. */
export function scaledObjectsAmong(objects: readonly LocatedObject[]): LocatedObject[] {
  return objects.filter(({ manifest }) => manifest.kind === 'ScaledObject');
}

/** The objects, but for which Prometheus is asked, and which scaler of the HTTP add-on. */
export function asking(objects: readonly LocatedObject[], prometheus: string, scaler: string): LocatedObject[] {
  return objects.map((object) =>
    changed(object, ({ kind, spec }) => {
      for (const { type, metadata } of kind === 'ScaledObject' ? spec.triggers : []) {
        if (type === 'prometheus') metadata.serverAddress = prometheus;
        if (holdsRequests({ type })) metadata.scalerAddress = scaler;
      }
    }),
  );
}

/** Tells if a trigger starts replicas for waiting requests. */
export function holdsRequests({ type }: { readonly type: string }): boolean {
  return type === 'external-push';
}

/** An object with something changed. */
export function changed(object: LocatedObject, change: (manifest: any) => unknown): LocatedObject {
  const manifest = structuredClone(object.manifest);
  change(manifest);
  return { ...object, manifest };
}

/** Everything that asks Prometheus. */
export function prometheusTriggers(objects: readonly LocatedObject[]): PrometheusTrigger[] {
  return scaledObjectsAmong(objects).flatMap((object) =>
    (object.manifest.spec.triggers as any[])
      .filter(({ type }) => type === 'prometheus')
      .map(({ metadata }) => ({ object, query: metadata.query, threshold: Number(metadata.threshold) })),
  );
}

/** Target of a ScaledObject. */
export function targetOf({
  metadata: { namespace },
  spec: {
    scaleTargetRef: { apiVersion, kind, name },
  },
}: KubernetesObject): KubernetesObject {
  return { apiVersion, kind, metadata: { name, namespace } };
}
