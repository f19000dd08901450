import { callOf, callsBetween, REQUESTS } from '../../../property/mesh-expected';
import type { MeshCallSpec, MeshSystem } from '../../../property/mesh-systems';

/** Features that planted faults need. */
export const NEEDED: readonly string[] = ['http that refuses methods', 'http that is tried again'];

/** Features of a system in words: shapes of its services, ports and calls. */
export function featuresOf(system: MeshSystem): Set<string> {
  const { services, externals, calls, namespaces, mesh } = system;
  const ofServices = services.flatMap(({ headless, ports }) => [
    ...ports.map(({ protocol }) => `${protocol} of a Service${headless ? ' that is headless' : ''}`),
    ...ports.filter(({ exposed }) => exposed).map(({ protocol }) => `${protocol} that is exposed`),
    ...(ports.length > 1 ? ['several ports'] : []),
  ]);
  const ofCalls = calls.flatMap((call) => {
    const { caller, callee, isExternal, methods, paths, streaming, retries } = call;
    const port = isExternal ? externals[callee]! : services[callee]!.ports[call.port]!;
    const limits = [...(methods.length > 0 ? ['methods'] : []), ...(paths.length > 0 ? ['paths'] : [])];
    if (isExternal) {
      const { host, tlsPort } = externals[callee]!;
      const kind = `${port.protocol} outside${tlsPort === undefined ? '' : ', TLS by the proxy'}`;
      return [`${kind}, by ${/^[\d.]+$/.test(host) ? 'address' : 'name'}`];
    }
    return [
      `a call by ${port.protocol}${services[callee]!.headless ? ' of a headless Service' : ''}`,
      ...(limits.length > 0 ? [`${port.protocol} limited by ${limits.join(' and ')}`] : []),
      ...(port.protocol === 'http' ? methods.map((method) => `the method ${method.toUpperCase()}`) : []),
      ...(port.protocol === 'http' && refusesMethods(system, call) ? ['http that refuses methods'] : []),
      ...(port.protocol === 'http' && !streaming && retries > 0 ? ['http that is tried again'] : []),
      ...(isStrict(calls, call) ? [`${port.protocol} without a call that is not limited`] : []),
      ...(services[caller]!.namespace === services[callee]!.namespace ? [] : ['a call to another namespace']),
      ...(caller === callee ? ['a call of oneself'] : []),
      ...(streaming ? ['a stream'] : [`${retries} retries by ${port.protocol}`]),
    ];
  });
  return new Set([
    ...ofServices,
    ...ofCalls,
    ...(namespaces.length > 1 ? ['several namespaces'] : []),
    ...(mesh.classic ? ['classic sidecars'] : ['native sidecars']),
  ]);
}

/** Tells if every call of the same caller and port is limited, so that some requests are of no call. */
function isStrict(calls: readonly MeshCallSpec[], { caller, callee, isExternal, port }: MeshCallSpec): boolean {
  return calls
    .filter(
      (other) =>
        other.caller === caller && other.callee === callee && other.isExternal === isExternal && other.port === port,
    )
    .every(({ methods, paths }) => methods.length + paths.length > 0);
}

/** Tells if a caller may use some methods at a path of a port, and not others. */
function refusesMethods(system: MeshSystem, { caller, callee, port }: MeshCallSpec): boolean {
  const calls = callsBetween(system, caller, callee, false, port);
  const allowed = REQUESTS.http!.filter((asked) => callOf(calls, 'http', asked) !== undefined);
  return REQUESTS.http!.some((asked) => !allowed.includes(asked) && allowed.some((other) => other.path === asked.path));
}
