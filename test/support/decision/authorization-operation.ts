import { expectFields, matchesPath, matchesPattern, notModelled } from './matching';
import type { Protocol } from './protocol';
import { MeshObject, title } from './system';

/** Request as the callee's proxy sees it. */
export interface Operation {
  /** The workload's own port. */
  readonly port: number;
  /** Asked for only where it makes a difference. */
  readonly protocol: () => Exclude<Protocol, undefined>;
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  /** The Host header. */
  readonly host?: string | undefined;
}

const HTTP_FIELDS = ['hosts', 'notHosts', 'methods', 'notMethods', 'paths', 'notPaths'];

/** Tells if a rule's operation has HTTP fields. */
export function hasHttpFields(stated: any): boolean {
  return HTTP_FIELDS.some((field) => (stated[field] ?? []).length > 0);
}

/** Tells if a request matches one of a rule's operations. HTTP fields never match on a TCP port. */
export function matchesOperation(stated: any, operation: Operation, policy: MeshObject): boolean {
  expectFields(stated, [...HTTP_FIELDS, 'ports', 'notPorts'], `an operation of ${title(policy)}`);
  const fits = (wanted: readonly string[] = [], excluded: readonly string[] = [], is: (value: string) => boolean) =>
    (wanted.length === 0 || wanted.some(is)) && !excluded.some(is);
  if (!fits(stated.ports, stated.notPorts, (value) => Number(value) === operation.port)) return false;
  if (!hasHttpFields(stated) || operation.protocol() === 'TCP') return true;
  const of = (field: 'method' | 'path' | 'host') =>
    operation[field] ?? notModelled(`a request without ${field}, of which ${title(policy)} speaks`);
  return (
    fits(stated.methods, stated.notMethods, (value) => matchesPattern(value, of('method'))) &&
    fits(stated.paths, stated.notPaths, (value) => matchesPath(value, of('path'))) &&
    fits(stated.hosts, stated.notHosts, (value) => matchesPattern(value.toLowerCase(), of('host').toLowerCase()))
  );
}
