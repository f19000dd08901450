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
  return all.map(({ address, names }) => `${address} ${names.join(' ')}\n`).join('');
}

function serviceEntry(namespace: string, { metadata, spec }: KubernetesObject): HostEntry[] {
  const { clusterIP } = spec as { readonly clusterIP?: string };
  if (clusterIP === undefined || clusterIP === 'None' || clusterIP === '') return [];
  const full = `${metadata.name}.${metadata.namespace}`;
  const names = [full, `${full}.svc`, `${full}.svc.cluster.local`];
  return [{ address: clusterIP, names: metadata.namespace === namespace ? [metadata.name, ...names] : names }];
}
