import type { Probe } from './calls';
import type { StatedPort, Statements } from './statements';

const WITH_REQUESTS = ['http', 'http2', 'grpc'];

/**
 * Every request that one microservice of a program may send to another by its statements, and for every other pair and
 * port one that it may not.
 */
export function probesOf({ namespace, ports, calls }: Statements): Probe[] {
  const named = new Map([...ports.keys()].map((name) => [name, { namespace, name }]));
  return [...named].flatMap(([caller, from]) =>
    [...named].flatMap(([callee, to]) => {
      const [first] = ports.get(callee)!;
      const between = calls.filter((call) => call.caller === caller && call.callee === callee);
      return ports
        .get(callee)!
        .filter(({ protocol }) => protocol !== 'udp')
        .flatMap((port): Probe[] => {
          const toPort = between.filter((call) => (call.port ?? first!.number) === port.number);
          const methods = toPort.flatMap((call) => call.methods ?? []);
          const isUnlimited = toPort.some((call) => call.methods === undefined);
          const probe = (declared: boolean, method: string): Probe => ({
            from,
            to,
            declared,
            ...requestOf(port, method),
          });
          return [probe(isUnlimited, 'Other'), ...methods.map((method) => probe(true, method))];
        });
    }),
  );
}

function requestOf(
  { number, protocol }: StatedPort,
  method: string,
): Pick<Probe, 'port' | 'hasRequests' | 'method' | 'path'> {
  const hasRequests = WITH_REQUESTS.includes(protocol);
  return { port: number, hasRequests, ...(hasRequests && { method: 'POST', path: `/any.Service/${method}` }) };
}
