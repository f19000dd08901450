import type { DecisionSimulator, Workload } from '../decision/decision';
import { withDelegates } from '../decision/delegates';
import { selectsLabels } from '../decision/matching';
import { podsOf } from './calls';
import type { MeshObject } from '../decision/mesh-object';
import { ofKind } from './cluster';
import type { Stage } from './stage';

/**
 * Every route that leads to the microservice, of callers and of gateways: destinations exist, weights add up, and the
 * new version gets its share.
 */
export function routeFaults(stage: Stage, simulator: DecisionSimulator): string[] {
  return withDelegates(ofKind(stage.objects, 'networking.istio.io', 'VirtualService')).flatMap((virtualService) => {
    const {
      metadata: { name: title },
      spec,
    } = virtualService;
    return ((spec.http ?? []) as any[]).flatMap((http) => {
      const destinations = ((http.route ?? []) as any[]).map((each) =>
        destination(simulator, virtualService, each, http.route.length),
      );
      if (!destinations.some(({ pods }) => pods.some((pod) => podsOf(simulator, stage.of).includes(pod)))) return [];
      return [
        ...weightFaults(stage, http, destinations),
        ...arrivalFaults(stage, simulator, virtualService, destinations),
      ].map((fault) => `route ${http.name ?? '(no name)'} of VirtualService ${title} ${fault}`);
    });
  });
}

interface Destination {
  readonly host: string;
  readonly port?: number;
  readonly weight: number;
  readonly exists: boolean;
  readonly pods: readonly Workload[];
}

function destination(
  { services, workloads }: DecisionSimulator,
  { metadata: { namespace } }: MeshObject,
  stated: any,
  count: number,
): Destination {
  const { host, port } = stated.destination;
  const service = services.find(
    (each) => each.kind === 'Service' && (each.host === host || (each.name === host && each.namespace === namespace)),
  );
  const pods =
    service === undefined
      ? []
      : workloads.filter(
          (each) => each.namespace === service.namespace && selectsLabels(service.selector, each.labels),
        );
  return {
    host: service?.host ?? host,
    ...(port !== undefined && { port: port.number }),
    weight: count === 1 ? 100 : (stated.weight ?? 0),
    exists: service !== undefined,
    pods,
  };
}

function weightFaults({ candidate, weight, header }: Stage, http: any, destinations: readonly Destination[]): string[] {
  const total = destinations.reduce((sum, each) => sum + each.weight, 0);
  const isFresh = (pod: Workload) => candidate.includes(pod.name);
  const share = destinations.filter(({ pods }) => pods.some(isFresh)).reduce((sum, each) => sum + each.weight, 0);
  const isForHeader = ((http.match ?? []) as any[]).some(({ headers = {} }) =>
    Object.keys(headers).some((name) => !name.startsWith(':')),
  );
  if (isForHeader && header === undefined) return share === 0 ? [] : ['is for a header that no step states'];
  const wanted = isForHeader ? 100 : weight;
  const mixed = destinations.filter((each) => each.weight > 0 && each.pods.some(isFresh) && !each.pods.every(isFresh));
  return [
    ...(total === 100 ? [] : [`has weights of ${total}`]),
    ...destinations.filter(({ exists }) => !exists).map(({ host }) => `leads to ${host}, which is no Service`),
    ...destinations
      .filter((each) => each.exists && each.weight > 0 && each.pods.length === 0)
      .map(({ host }) => `leads to ${host}, which has no pods`),
    ...(wanted === undefined ? [] : mixed.map(({ host }) => `leads to ${host}, which has pods of both versions`)),
    ...(wanted === undefined || share === wanted ? [] : [`sends ${share}% to the new version, not ${wanted}%`]),
  ];
}

/** Requests of a gateway arrive too; those of callers are judged by themselves. */
function arrivalFaults(
  { objects }: Stage,
  simulator: DecisionSimulator,
  { metadata: { namespace }, spec }: MeshObject,
  destinations: readonly Destination[],
): string[] {
  const bound = ((spec.gateways ?? []) as string[])
    .filter((each) => each !== 'mesh')
    .map((each) => (each.includes('/') ? each : `${namespace}/${each}`));
  return bound.flatMap((title) => {
    const gateway = ofKind(objects, 'networking.istio.io', 'Gateway').find(
      ({ metadata }) => `${metadata.namespace}/${metadata.name}` === title,
    );
    if (gateway === undefined) return [`is bound to ${title}, which is no Gateway`];
    const proxies = simulator.workloads.filter(({ labels }) => selectsLabels(gateway.spec.selector, labels));
    return proxies.length === 0
      ? [`is bound to ${title}, which nothing runs`]
      : proxies.flatMap((from) =>
          destinations
            .filter(({ exists, weight, pods }) => exists && weight > 0 && pods.length > 0)
            .flatMap(({ host, port }) => {
              const verdict = simulator.decide({
                from,
                to: host,
                port: port ?? simulator.services.find((each) => each.host === host)!.ports[0]!.number,
                method: 'GET',
                path: '/',
              });
              return verdict.allowed ? [] : [`leads to ${host}, which refuses the gateway: ${JSON.stringify(verdict)}`];
            }),
        );
  });
}
