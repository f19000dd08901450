import { callablePorts, type Port, Protocol } from '../values';
import type { Call } from './endpoint';

/**
 * The port that the call goes to: the only one, of the stated number where there is one, else the only one of these
 * that speaks the stated protocol. Ports for scrapers count only where there is no other, or where they are named.
 */
export function portOf(call: Call): Port | undefined {
  const { port, protocol } = call.options;
  // One number may stand for two ports, TCP and UDP.
  const ports = call.callee.ports.filter((candidate) => port === undefined || candidate.number === port);
  const speaking = ports.filter((candidate) => candidate.protocol === protocol);
  for (const candidates of [ports, callablePorts(protocol === undefined ? ports : speaking), speaking])
    if (candidates.length === 1) return candidates[0];
  return undefined;
}

/** Key that tells a call from other calls of the same caller. */
export function callKey(call: Call): string {
  const { methods = [], paths = [] } = call.options;
  const protocol = portOf(call)?.protocol;
  // Methods of HTTP are written in capitals, those of gRPC as they are named.
  const named = methods.map((method) => (protocol === Protocol.GRPC ? method : method.toUpperCase()));
  return JSON.stringify([call.callee.id, portOf(call)?.number, protocol?.transport, named.sort(), [...paths].sort()]);
}
