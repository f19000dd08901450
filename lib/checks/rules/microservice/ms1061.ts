import { Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';

/** An address goes to no container. */
export const MS1061: Rule<Workload> = {
  code: 'MS1061',
  title: 'an address goes to no container',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A call names the containers that get an address of the callee, and the pod has none of such a name; or the list ' +
    'is empty. The main container has the name of the microservice or function.',
  reads: 'workload',

  evaluate: ({ containers, outbound }) => {
    const names = containers.map(({ name }) => name);
    return outbound.flatMap(({ callee, addresses }) =>
      addresses.flatMap(({ name: variable, containers: stated }) => {
        const unknown = stated?.filter((name) => !names.includes(name)) ?? [];
        return stated === undefined || (stated.length > 0 && unknown.length === 0)
          ? []
          : [
              {
                message: `the address ${variable} of ${callee.name} goes to no container${
                  unknown.length === 0 ? '' : ` ${unknown.join(', ')}`
                }`,
                given: `containers was [${stated.join(', ')}]`,
                allowed: names.join(', '),
                fix: 'name a container of the pod, or leave containers out',
              },
            ];
      }),
    );
  },
};
