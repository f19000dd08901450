import type { KubernetesObject } from '../../cluster/kubernetes-object';

/** A name that is resolved beside those of the Services. */
export interface HostEntry {
  readonly address: string;
  readonly names: readonly string[];
}

/** The hosts file of a pod: it stands in for the cluster's DNS. */
export function hostsFile(
  namespace: string,
  services: readonly KubernetesObject[],
  entries: readonly HostEntry[],
): string {
  const all: HostEntry[] = [
    { address: '127.0.0.1', names: ['localhost'] },
    ...entries,
    ...services.flatMap((service) => serviceEntry(namespace, service)),
  ];
  return hostLines(all);
}

/** Entries as a hosts file has them. */
export function hostLines(entries: readonly HostEntry[]): string {
  return entries.map(({ address, names }) => `${address} ${names.join(' ')}\n`).join('');
}

/** The names by which a namespace's pods call a Service. */
export function namesOf({ metadata }: KubernetesObject, namespace: string): string[] {
  const full = `${metadata.name}.${metadata.namespace}`;
  const names = [full, `${full}.svc`, `${full}.svc.cluster.local`];
  return metadata.namespace === namespace ? [metadata.name, ...names] : names;
}

function serviceEntry(namespace: string, service: KubernetesObject): HostEntry[] {
  const { clusterIP } = service.spec as { readonly clusterIP?: string };
  if (clusterIP === undefined || clusterIP === 'None' || clusterIP === '') return [];
  return [{ address: clusterIP, names: namesOf(service, namespace) }];
}
