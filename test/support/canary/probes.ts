import type { App } from 'cdk8s';
import { Microservice } from '../../../lib';
import type { Probe } from './calls';

/**
 * Every request that one microservice of a program may send to another by its statements, and for every other pair and
 * port one that it may not.
 */
export function probesOf(app: App): Probe[] {
  const all = app.node
    .findAll()
    .filter((each): each is Microservice => Microservice.isMicroservice(each))
    .map(({ _facts }) => _facts);
  const named = new Map(all.map((facts) => [facts, { namespace: facts.namespace, name: facts.name }]));
  return all.flatMap((from) =>
    all.flatMap((to) =>
      to.ports
        .filter(({ protocol }) => protocol.transport === 'TCP')
        .flatMap((port): Probe[] => {
          const calls = from.outbound.filter(
            ({ callee, options }) => callee === to.endpoint && (options.port ?? to.ports[0]!.number) === port.number,
          );
          const { hasRequests } = port.protocol;
          const probe = (declared: boolean, name: string): Probe => ({
            from: named.get(from)!,
            to: named.get(to)!,
            port: port.number,
            declared,
            hasRequests,
            ...(hasRequests && { method: 'POST', path: `/any.Service/${name}` }),
          });
          const methods = calls.flatMap(({ options }) => options.methods ?? []);
          const isUnlimited = calls.some(({ options }) => (options.methods ?? []).length === 0);
          return [
            ...(isUnlimited ? [] : [probe(false, 'Other')]),
            ...(isUnlimited ? [probe(true, 'Other')] : []),
            ...methods.map((method) => probe(true, method)),
          ];
        }),
    ),
  );
}
