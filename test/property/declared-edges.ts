import type { Openings } from '../support/network';
import type { PortSpec, ProgramSpec } from './program-spec';

/** One way from a pod to a port of a pod. */
export interface Edge {
  /** Namespace and name. */
  readonly from: string;
  readonly to: string;
  readonly port: number;
  readonly protocol: string;
}

/** A number that no generated program is likely to serve. */
const SILENT_PORT = 61_234;

/** Every way between two pods of a program, and whether its declarations open it. */
export function edgesOf(spec: ProgramSpec): (Openings & { readonly edge: Edge })[] {
  const nameOf = (at: number) => `${spec.stacks[spec.services[at]!.stack]!.namespace}/${spec.services[at]!.id}`;
  const indices = spec.services.map((_, at) => at);
  return indices.flatMap((from) =>
    indices.flatMap((to) =>
      endpoints(spec.services[to]!.ports).map(({ port, protocol }) => {
        const [caller, callee] = [spec.services[from]!, spec.services[to]!];
        const leads = (served: PortSpec | undefined) =>
          served !== undefined && targetOf(served) === port && transportOf(served) === protocol;
        const declared = spec.calls.some(
          (call) =>
            call.caller === from &&
            call.callee.kind === 'service' &&
            call.callee.index === to &&
            leads(callee.ports[call.port]),
        );
        // Of an API server whose address is not known, any address may be the one.
        const api =
          caller.kubernetesApi !== 'no' &&
          spec.apiServer.length === 0 &&
          protocol === 'TCP' &&
          [443, 6443].includes(port);
        // A gateway's pods are none of the program's.
        const exposed =
          spec.mesh === undefined &&
          spec.ingress.length === 0 &&
          spec.exposures.some(
            (exposure) =>
              exposure.service === to && exposure.allowedSources.length === 0 && leads(callee.ports[exposure.port]),
          );
        return {
          edge: { from: nameOf(from), to: nameOf(to), port, protocol },
          egress: caller.networkPolicy === false || declared || api,
          ingress: callee.networkPolicy === false || declared || exposed,
        };
      }),
    ),
  );
}

function endpoints(ports: readonly PortSpec[]): { port: number; protocol: string }[] {
  return [
    ...ports.map((each) => ({ port: targetOf(each), protocol: transportOf(each) })),
    { port: SILENT_PORT, protocol: 'TCP' },
    { port: SILENT_PORT, protocol: 'UDP' },
  ];
}

function targetOf({ port, targetPort }: PortSpec): number {
  return targetPort ?? port;
}

function transportOf({ protocol }: PortSpec): string {
  return protocol === 'udp' ? 'UDP' : 'TCP';
}
