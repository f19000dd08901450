import { expectFields, notModelled, selectsLabels } from './matching';
import type { Asked } from './routing';
import type { Workload } from './workloads';

const FIELDS = [
  'name',
  'uri',
  'ignoreUriCase',
  'method',
  'headers',
  'withoutHeaders',
  'port',
  'sourceLabels',
  'sourceNamespace',
  'gateways',
  'statPrefix',
];

/** Tells if a match applies to a caller and port, for any request. */
export function mayMatch(match: any, caller: Workload, port: number, where: string): boolean {
  expectFields(match, FIELDS, `a match of ${where}`);
  // With gateways in a match, its other conditions on the source do not count.
  if (match.gateways !== undefined) notModelled(`gateways in a match of ${where}`);
  return (
    (match.port === undefined || match.port === port) &&
    selectsLabels(match.sourceLabels, caller.labels) &&
    (match.sourceNamespace ?? caller.namespace) === caller.namespace
  );
}

/** Tells if a request meets a match. */
export function matchesRequest(match: any, asked: Asked, where: string): boolean {
  const stated = (field: 'method' | 'path') =>
    asked[field] ?? notModelled(`a request without ${field}, of which ${where} speaks`);
  const headers = new Map(Object.entries(asked.headers).map(([name, value]) => [name.toLowerCase(), value]));
  const header = ([name, condition]: [string, any]) => {
    // Envoy keeps the request line among the headers.
    const value = name === ':path' ? stated('path') : headers.get(name.toLowerCase());
    return value !== undefined && (Object.keys(condition ?? {}).length === 0 || matchesString(condition, value, where));
  };
  return (
    (match.uri === undefined || matchesString(match.uri, stated('path'), where, match.ignoreUriCase === true)) &&
    (match.method === undefined || matchesString(match.method, stated('method'), where)) &&
    Object.entries(match.headers ?? {}).every(header) &&
    !Object.entries(match.withoutHeaders ?? {}).some(header)
  );
}

function matchesString(condition: any, value: string, where: string, ignoresCase = false): boolean {
  expectFields(condition, ['exact', 'prefix', 'regex'], `a condition of ${where}`);
  if (condition.regex !== undefined) {
    // Envoy's expressions know neither look-around nor back references.
    if (/\(\?(?!:)|\\[1-9]/.test(condition.regex)) notModelled(`the expression ${condition.regex} of ${where}`);
    return new RegExp(`^(?:${condition.regex})$`).test(value);
  }
  const [wanted, given] = [condition.exact ?? condition.prefix, value].map((text: string) =>
    ignoresCase ? text.toLowerCase() : text,
  );
  return condition.exact !== undefined ? given === wanted : given!.startsWith(wanted!);
}
