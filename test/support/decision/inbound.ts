import { isAuthorized } from './authorization';
import type { Arrival } from './outbound';
import { mutualTlsMode } from './peer-authentication';
import type { Layers } from './request';
import type { Asked } from './routing';
import { inboundProtocol } from './services';
import type { System } from './system';
import { hasSidecar, Workload } from './workloads';

/** Verdict of the callee's proxy on a request. The caller is undefined without a proxy. */
export function inboundLayers(
  system: System,
  { workload, port, tls }: Arrival,
  caller: Workload | undefined,
  asked: Asked & { readonly host?: string | undefined },
): Pick<Layers, 'mutualTls' | 'authorization'> {
  if (workload === undefined) return { mutualTls: true, authorization: true };
  // A pod without a proxy understands plain text and asks nobody.
  if (!hasSidecar(workload, system.namespaces))
    return { mutualTls: caller === undefined || tls !== 'ISTIO_MUTUAL', authorization: true };
  const mode = mutualTlsMode(system, workload, port);
  const isMutual = caller !== undefined && (tls === 'ISTIO_MUTUAL' || (tls === 'auto' && mode !== 'DISABLE'));
  const identity = isMutual
    ? { trustDomain: system.options.trustDomain, namespace: caller.namespace, serviceAccount: caller.serviceAccount }
    : undefined;
  return {
    mutualTls: mode === 'PERMISSIVE' || (mode === 'STRICT') === isMutual,
    authorization: isAuthorized(
      system,
      workload,
      { identity },
      { ...asked, port, protocol: () => inboundProtocol(system.services, workload, port) },
    ),
  };
}
