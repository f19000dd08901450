import type { MeshObject, System } from './system';

/** A host that traffic is sent to, as a full name, and its port, if one is stated. */
export interface Destination {
  readonly host: string;
  readonly port?: number | undefined;
  readonly subset?: string | undefined;
}

/** A name without a dot means the object's own namespace; any other counts as it stands. */
export function fullHost(host: string, { metadata }: MeshObject, { options }: System): string {
  return host.includes('.') || host.startsWith('*')
    ? host
    : `${host}.${metadata.namespace}.svc.${options.clusterDomain}`;
}

/** A destination with its full host. */
export function destinationOf(destination: any, of: MeshObject, system: System): Destination {
  return { host: fullHost(destination.host, of, system), port: destination.port?.number, subset: destination.subset };
}

/** Destinations of a VirtualService for requests from a namespace, mirrored ones included. */
export function destinationsOf(of: MeshObject, system: System, callerNamespace: string): Destination[] {
  const routes = [...(of.spec.http ?? []), ...(of.spec.tcp ?? []), ...(of.spec.tls ?? [])] as any[];
  const theirs = routes.filter(({ match = [] }) => {
    // One match for a namespace keeps a route from all others, even beside matches without one.
    const stated = match
      .map(({ sourceNamespace }: any) => sourceNamespace)
      .filter((each: unknown) => each !== undefined);
    return stated.length === 0 || stated.includes(callerNamespace);
  });
  const stated = theirs.flatMap((route) =>
    [...(route.route ?? []), ...(route.mirrors ?? [])].map((each) => each.destination).concat(route.mirror ?? []),
  );
  return stated.map((destination) => destinationOf(destination, of, system));
}
