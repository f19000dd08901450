import type { KubernetesObject } from '../../../cluster/kubernetes-object';
import { methodsOf, statedCall } from './calls';

/** A request from one microservice to another. */
export interface PairRequest {
  readonly caller: string;
  readonly callee: string;
  readonly url: string;
  /** True when the call is stated, perhaps for other methods. */
  readonly isCall: boolean;
  /** True when exactly this request is stated. */
  readonly isStated: boolean;
}

/** Every request that callers could make to the ports of Services, one for each method that tells calls apart. */
export function requestsOf(callers: readonly string[], services: readonly KubernetesObject[]): PairRequest[] {
  return callers.flatMap((caller) =>
    services.filter(({ metadata }) => metadata.name !== caller).flatMap((service) => requestsBetween(caller, service)),
  );
}

/** The URLs at which a Service's ports are called at a host, one for each port and method. */
export function urlsOf(
  { metadata, spec }: KubernetesObject,
  host: string,
  onPods = false,
): { readonly url: string; readonly method: string }[] {
  return (spec.ports as any[]).flatMap(({ port, targetPort, appProtocol }) =>
    methodsOf(metadata.name).map((method) => {
      const address = `${host}:${onPods ? targetPort : port}`;
      if (appProtocol === 'grpc') return { method, url: `grpc://${address}/hipstershop.Service/${method}` };
      return { method, url: appProtocol === 'http' ? `http://${address}/` : `tcp://${address}` };
    }),
  );
}

function requestsBetween(caller: string, service: KubernetesObject): PairRequest[] {
  const callee = service.metadata.name;
  const call = statedCall(caller, callee);
  return urlsOf(service, callee).map(({ url, method }) => ({
    caller,
    callee,
    url,
    isCall: call !== undefined,
    isStated: call !== undefined && (call.methods?.includes(method) ?? true),
  }));
}
