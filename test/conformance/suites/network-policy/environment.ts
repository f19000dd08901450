import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { templateOf } from '../../cluster/pods';
import { Call, call } from './call';
import { namespaceOf, Endpoint } from './endpoints';
import { backendsOf } from './services';

const URL_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };

const API_SERVER_PORTS = [443, 6443];

/** A host and a port that a workload is told. */
interface Address {
  readonly host: string;
  readonly port: number;
}

/** The calls to Services whose addresses stand in the environment variables of their callers. */
export function callsIn(workloads: readonly Endpoint[], services: readonly KubernetesObject[]): Call[] {
  return workloads.flatMap((caller) =>
    addressesOf(caller).flatMap((address) => {
      const service = services.find((each) =>
        namesOf(each, caller.pod!.namespace).includes(withoutDomain(address.host)),
      );
      return service === undefined
        ? []
        : backendsOf(service, workloads, address.port).map(({ workload, port }) =>
            call(caller.title, workload.title, port),
          );
    }),
  );
}

/**
 * The ports at which a workload calls somebody who is no Service here: who it is told to call, and the Kubernetes API
 * where it has a token.
 */
export function portsCalledElsewhere(caller: Endpoint, services: readonly KubernetesObject[]): number[] {
  const api = templateOf(caller.object!.manifest).spec.automountServiceAccountToken === true ? API_SERVER_PORTS : [];
  const told = addressesOf(caller)
    .filter(
      ({ host }) =>
        host.includes('.') &&
        !services.some((each) => namesOf(each, caller.pod!.namespace).includes(withoutDomain(host))),
    )
    .map(({ port }) => port);
  return [...told, ...api];
}

const SCHEME = /(?:\b([a-z][a-z0-9+.-]*):\/\/(?:[^/@\s]*@)?)?/.source;
const HOST = /\b([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)/.source;
const PORT = /(?::(\d{1,5}))?/.source;
const END = /(?=$|[/,;?#\s"'])/.source;
const ADDRESS = new RegExp(SCHEME + HOST + PORT + END, 'gi');

/** Every address in a text, such as `cart:7070`, `cart.shop.svc.cluster.local:7070` or `http://cart/`. */
export function addressesIn(text: string): Address[] {
  const found = text.matchAll(ADDRESS);
  return [...found].flatMap(([, scheme, host, port]) => {
    const number = port === undefined ? URL_PORTS[scheme?.toLowerCase() ?? ''] : Number(port);
    return number === undefined ? [] : [{ host: host!.toLowerCase(), port: number }];
  });
}

function addressesOf({ object }: Endpoint): Address[] {
  const { containers, initContainers = [] } = templateOf(object!.manifest).spec;
  return [...containers, ...initContainers]
    .flatMap(({ env = [] }: any) => env)
    .flatMap(({ value }: any) => (typeof value === 'string' ? addressesIn(value) : []));
}

/** Names of a Service for a namespace's pods. */
function namesOf(service: KubernetesObject, namespace: string): string[] {
  const { name } = service.metadata;
  const full = [`${name}.${namespaceOf(service)}`, `${name}.${namespaceOf(service)}.svc`];
  return namespaceOf(service) === namespace ? [name, ...full] : full;
}

/** Clusters call their domain as they like. */
function withoutDomain(host: string): string {
  return host.replace(/(\.svc)\..*$/, '$1');
}
