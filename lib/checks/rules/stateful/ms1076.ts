import { type Detail, type Rule, Severity } from '../../../errors';
import { type Edge, staysInCluster } from '../../../program';
import { type AddressFormat, isWhole } from '../../../values';

/** A call asks for addresses of replicas that are not known. */
export const MS1076: Rule<Edge> = {
  code: 'MS1076',
  title: 'the addresses of replicas are not known',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Replicas of a StatefulService have addresses of their own, from ordinal 0 on, within its cluster. Their list is ' +
    'known where their number is fixed; an autoscaler changes it, and the variable would stay as it is.',
  reads: 'call',

  evaluate: (edge) => {
    const formats = (edge.options.addresses ?? []).flatMap(({ format }) => (format === undefined ? [] : [format]));
    return formats.flatMap((format) => faultOf(edge, format._replicas));
  },
};

function faultOf(edge: Edge, replicas: AddressFormat['_replicas']): Detail[] {
  if (replicas === undefined) return [];
  const { name, workload } = edge.callee;
  const message = `the addresses of the replicas of ${name} are not known`;
  const shared = { allowed: 'replicas of a StatefulService', fix: 'state another AddressFormat' };
  if (workload?.replicas === undefined)
    return [{ message, given: `${name} is no StatefulService: its replicas share an address`, ...shared }];
  if (!staysInCluster(edge)) return [{ message, given: `${name} is in another cluster`, ...shared }];
  const { count } = workload.replicas;
  if ('ordinal' in replicas) {
    const { ordinal } = replicas;
    return isWhole(ordinal, 0, count === undefined ? undefined : count - 1)
      ? []
      : [
          {
            message: `${name} has no replica ${ordinal}`,
            given: `the ordinal was ${ordinal}`,
            allowed: count === undefined ? 'whole numbers from 0' : `whole numbers from 0 to ${count - 1}`,
            fix: 'state the ordinal of a replica, as in AddressFormat.replica(0)',
          },
        ];
  }
  return count === undefined
    ? [
        {
          message,
          given: `an autoscaler changes the number of replicas of ${name}`,
          allowed: 'callees with Scaling.fixed()',
          fix: `state Scaling.fixed() for ${name}, or AddressFormat.host(), or AddressFormat.replica(0)`,
        },
      ]
    : [];
}
