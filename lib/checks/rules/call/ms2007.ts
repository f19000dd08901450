import { Detail, Rule, Severity } from '../../../errors';
import { Edge } from '../../../program';
import { isRequestMethod, Protocol, REQUEST_METHODS } from '../../../values';
import { isGrpcService, pathFault, type PathFault } from '../path-fault';
import { policyDetails } from './policy-details';

/** Invalid timeout, frequency, method, path or address of a call. */
export const MS2007: Rule<Edge> = {
  code: 'MS2007',
  title: 'invalid timeout, frequency, method, path or address of a call',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'The timeout, the number of calls per request, a method, a path or the format of the address is not one that ' +
    'any call could have. Policies compare paths as a proxy has normalised them, without query: docs/mesh/paths.md ' +
    'says how a path is written.',
  reads: 'call',

  evaluate: (call) =>
    policyDetails(call, 'MS2007').concat(numbers(call), methods(call), paths(call), placeholders(call)),
};

function numbers({ callee, options: { callsPerRequest } }: Edge): Detail[] {
  return callsPerRequest === undefined || (Number.isFinite(callsPerRequest) && callsPerRequest > 0)
    ? []
    : [
        {
          message: `the call to ${callee.name} has an invalid number of calls per request`,
          given: `callsPerRequest was ${callsPerRequest}`,
          allowed: 'numbers above 0',
          fix: 'state the average, or leave it out',
        },
      ];
}

function methods({ callee, options }: Edge): Detail[] {
  return (options.methods ?? [])
    .filter((method) => !isRequestMethod(method))
    .map((method) => ({
      message: `the call to ${callee.name} names an invalid method`,
      given: `the method was '${method}'`,
      allowed: REQUEST_METHODS,
      fix: "state a method of HTTP, such as 'GET', or of a gRPC service, such as 'GetCart'",
    }));
}

function paths(call: Edge): Detail[] {
  const fault = call.port?.protocol === Protocol.GRPC ? serviceFault : httpPathFault;
  return (call.options.paths ?? []).flatMap((path) => {
    const found = fault(path);
    if (found === undefined) return [];
    const { names, allowed, fix } = found;
    return [
      { message: `the call to ${call.callee.name} names ${names}`, given: `the path was '${path}'`, allowed, fix },
    ];
  });
}

interface NamedFault extends PathFault {
  /** The fault, as messages name it. */
  readonly names: string;
}

function httpPathFault(path: string): NamedFault | undefined {
  if (!path.startsWith('/')) return { names: 'an invalid path', allowed: 'paths from /', fix: `state '/${path}'` };
  const names = 'a path that no policy can match';
  if (/[{}]/.test(path) || path.slice(0, -1).includes('*'))
    return {
      names,
      allowed: 'whole paths, and beginnings with a * at the end',
      fix: 'shorten it to the part before the variable, and a *',
    };
  const fault = pathFault(path);
  return fault && { names, ...fault };
}

/** Services are `/package.Service`: the method is an option of its own, and each request has both. */
function serviceFault(path: string): NamedFault | undefined {
  const [, service, method] = /^\/?([\w.]+)\/(\w+)$/.exec(path) ?? [];
  return isGrpcService(path)
    ? undefined
    : {
        names: 'an invalid service',
        allowed: '/package.Service, without a method and without a wildcard',
        fix:
          service !== undefined
            ? `state paths: ['/${service}'] and methods: ['${method}']`
            : isGrpcService(`/${path}`)
              ? `state '/${path}'`
              : 'name each service, or leave paths out for all of them',
      };
}

function placeholders({ callee, options: { addresses = [] } }: Edge): Detail[] {
  return addresses.flatMap(({ format }) =>
    (format?.text.match(/\{\w*\}/g) ?? [])
      .filter((placeholder) => !['{host}', '{port}', '{scheme}'].includes(placeholder))
      .map((placeholder) => ({
        message: `the call to ${callee.name} has an address with an invalid placeholder`,
        given: `the format was '${format!.text}', with ${placeholder}`,
        allowed: '{host}, {port} and {scheme}',
        fix: 'write {host}, {port} or {scheme} in its place',
      })),
  );
}
