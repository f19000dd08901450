import { KubernetesObject, titleOf } from '../../cluster/kubernetes-object';

/** State of one kind of configuration of a proxy in istiod. */
interface ResourceStatus {
  readonly sent?: string;
  readonly acked?: string;
  /** Why the proxy refused it. */
  readonly lastError?: string;
}

/** State of a proxy, from istiod's page `/debug/syncz`. */
export interface ProxyStatus {
  /** `<pod>.<namespace>` */
  readonly proxy: string;
  readonly resources?: Readonly<Record<string, ResourceStatus>>;
}

/** Tells if a proxy has accepted, or refused, everything that was sent to it. */
export function isSynchronized({ resources = {} }: ProxyStatus): boolean {
  return Object.values(resources).every(
    ({ sent, acked, lastError }) => sent === undefined || sent === acked || lastError !== undefined,
  );
}

/** Configuration that a proxy refuses now, such as `Listener: no such filter`. */
export function refusalsOf({ resources = {} }: ProxyStatus): string[] {
  return Object.entries(resources).flatMap(([type, { lastError }]) =>
    lastError === undefined ? [] : [`${type.slice(type.lastIndexOf('.') + 1)}: ${lastError}`],
  );
}

/** Tells if istiod knows objects in the versions that the API server stored, or newer ones, and none of the removed. */
export function areKnown(
  known: readonly KubernetesObject[],
  stored: readonly KubernetesObject[],
  removed: readonly KubernetesObject[],
): boolean {
  const versions = new Map(known.map((object) => [titleOf(object), Number(object.metadata.resourceVersion)]));
  return (
    stored.every((object) => versions.get(titleOf(object))! >= Number(object.metadata.resourceVersion)) &&
    !removed.some((object) => versions.has(titleOf(object)))
  );
}
