import type { IProbe } from 'kubernetes-models/v1/Probe';
import type { ProbeFacts } from '../../program';

/** A probe as the kubelet reads it. */
export function probe(facts: ProbeFacts): IProbe {
  const { period, timeout, initialDelay, failureThreshold, successThreshold } = facts;
  return {
    ...handler(facts),
    periodSeconds: period,
    timeoutSeconds: timeout,
    failureThreshold,
    ...(initialDelay > 0 && { initialDelaySeconds: initialDelay }),
    ...(successThreshold !== 1 && { successThreshold }),
  };
}

function handler({ probe: { _http: http, _grpc: grpc, _command: command }, port = 0 }: ProbeFacts): IProbe {
  if (command !== undefined) return { exec: { command: [...command] } };
  if (grpc !== undefined) return { grpc: { port, ...(grpc.service !== '' && { service: grpc.service }) } };
  if (http === undefined) return { tcpSocket: { port } };
  const httpHeaders = Object.entries(http.headers)
    .sort()
    .map(([name, value]) => ({ name, value }));
  return {
    httpGet: {
      path: http.path,
      port,
      ...(http.tls && { scheme: 'HTTPS' as const }),
      ...(httpHeaders.length > 0 && { httpHeaders }),
    },
  };
}
