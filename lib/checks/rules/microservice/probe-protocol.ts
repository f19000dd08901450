import type { Detail } from '../../../errors';
import type { ProbeFacts } from '../../../program';
import { type Port, Protocol } from '../../../values';

/**
 * A probe that no server of the port can answer: the kubelet's gRPC client has no TLS, its HTTP client has it only
 * where the probe says so, and no probe sends datagrams. Istio's agent, which asks in the kubelet's place, does the
 * same. A server may speak HTTP/1.1 and HTTP/2 on one port, so that these are not told apart.
 */
export function unspokenProbe(container: string, kind: string, facts: ProbeFacts, ports: readonly Port[]): Detail[] {
  const { _http: http, _grpc: grpc, _command: command } = facts.probe;
  const asked = ports.filter(({ targetPort }) => targetPort === facts.port);
  if (command !== undefined || asked.length === 0 || asked.some(({ protocol }) => speaks(facts, protocol))) return [];
  const { protocol, number, targetPort } = asked[0]!;
  const stated = grpc ? 'gRPC without TLS' : http ? `HTTP ${http.tls ? 'with' : 'without'} TLS` : 'TCP';
  return [
    {
      message: `the ${kind} probe asks a port that does not speak ${stated}`,
      given: `container ${container}: the probe asks ${targetPort}, which Port.${protocol.name}(${number}) leads to`,
      allowed: allowedOn(protocol),
      fix: fixOn(protocol, http !== undefined),
    },
  ];
}

function speaks({ probe: { _http: http, _grpc: grpc } }: ProbeFacts, protocol: Protocol): boolean {
  if (protocol === Protocol.UDP) return false;
  if (protocol === Protocol.TLS) return grpc === undefined && (http === undefined || http.tls);
  return protocol === Protocol.TCP || http?.tls !== true;
}

function allowedOn(protocol: Protocol): string {
  if (protocol === Protocol.UDP) return 'a probe of a TCP port, or a command';
  return protocol === Protocol.TLS ? 'Probe.tcp, Probe.http with tls, or a command' : 'a probe without tls';
}

function fixOn(protocol: Protocol, isHttp: boolean): string {
  if (protocol === Protocol.UDP) return 'state port in the probe, of a TCP port, or use Probe.command';
  if (protocol !== Protocol.TLS) return 'leave tls out of the probe, or state the port with Port.tls';
  return isHttp ? 'state tls: true in the probe, or use Probe.tcp()' : 'use Probe.tcp(), or a port without TLS';
}
