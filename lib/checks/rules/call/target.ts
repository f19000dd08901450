import type { Problem } from '../../../errors';
import { Call, portOf } from '../../../program';
import { Protocol } from '../../../values';
import type { Rule } from '../../rule';
import { portProblems } from '../microservice/ports';

/** The callee serves what is called. */
export const target: Rule<Call> = (call) => {
  const { callee, options } = call;
  const ports = callee.ports.map(({ number: port, name }) => `${port} (${name})`).join(', ');
  const port = portOf(call);
  if (callee.ports.length === 0) {
    return [
      {
        code: 'MS2003',
        message: `${callee.name} serves no port`,
        given: `the call to ${callee.name}`,
        allowed: 'microservices with ports',
        fix: `state the ports of ${callee.name}`,
      },
    ];
  }
  if (options.port !== undefined && !callee.ports.some((candidate) => candidate.number === options.port)) {
    return [
      {
        code: 'MS2001',
        message: `${callee.name} has no port ${options.port}`,
        given: `the call to ${callee.name} named port ${options.port}`,
        allowed: ports,
        fix: "name a port of the callee, by its Service's number",
      },
    ];
  }
  if (port === undefined) {
    return [
      {
        code: 'MS2002',
        message: `the call to ${callee.name} must say which port it goes to`,
        given:
          `it named ${options.port === undefined ? 'no port' : `port ${options.port}, which stands for two`}` +
          (options.protocol === undefined ? '' : `, and ${options.protocol.name} does not tell`),
        allowed: ports,
        fix: options.port === undefined ? 'name a port' : 'state the protocol too',
      },
    ];
  }
  // What is stated here is checked where it is stated.
  const problems: Problem[] = callee.statedElsewhere ? portProblems(callee.ports) : [];
  if (options.protocol !== undefined && options.protocol !== port.protocol) {
    problems.push({
      code: 'MS2004',
      message: `port ${port.number} of ${callee.name} does not speak ${options.protocol.name}`,
      given: `the call spoke ${options.protocol.name}`,
      allowed: port.protocol.name,
      fix: 'call another port, or correct the protocol on either side',
    });
  }
  const conditions = [...(options.methods ?? []), ...(options.paths ?? [])];
  if (conditions.length > 0 && !port.protocol.hasRequests) {
    problems.push({
      code: 'MS2006',
      message: `port ${port.number} of ${callee.name} has no methods and paths`,
      given: `the call named ${conditions.join(', ')}`,
      allowed: 'methods and paths on ports that speak HTTP or gRPC',
      fix: 'leave them out, or state the protocol of the port',
    });
  }
  const limits = [
    ...(options.timeout === undefined ? [] : ['a timeout']),
    ...((options.retries?.attempts ?? 0) === 0 ? [] : ['retries']),
  ];
  if (limits.length > 0 && !port.protocol.hasRequests) {
    problems.push({
      code: 'MS2025',
      message: `port ${port.number} of ${callee.name} has no requests that could have ${limits.join(' and ')}`,
      given: `it speaks ${port.protocol.name}`,
      allowed: 'timeouts and retries on ports that speak HTTP or gRPC',
      fix: 'leave them out, or state the protocol of the port',
    });
  }
  if (port.protocol === Protocol.GRPC) {
    for (const path of (options.paths ?? []).filter((candidate) => candidate.includes('*'))) {
      problems.push({
        code: 'MS2007',
        message: `the call to ${callee.name} names a service that is none`,
        given: `the path was '${path}'`,
        allowed: '/package.Service, without a wildcard',
        fix: 'name each service',
      });
    }
  }
  return problems;
};
