import { isWhole } from '../../../values';
import { Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';

/** Invalid user, group or capability. */
export const MS1028: Rule<Workload> = {
  code: 'MS1028',
  title: 'invalid user, group or capability',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'Ids are whole numbers from 0 to 2147483647, root contradicts `runAsNonRoot`, and capabilities are written in ' +
    'capitals without `CAP_`, as in `NET_BIND_SERVICE`.',
  reads: 'workload',

  evaluate: ({ settings }) => {
    const { security: ids } = settings.values;
    const { runAsNonRoot, addCapabilities } = ids;
    return [
      ...(['runAsUser', 'runAsGroup', 'fsGroup'] as const)
        .filter((field) => ids[field] !== undefined && !isWhole(ids[field], 0))
        .map((field) => ({
          message: `invalid ${field}`,
          given: `security.${field} was ${ids[field]}`,
          allowed: 'whole numbers from 0 to 2147483647',
          fix: 'state the id that the image was made for',
        })),
      ...(ids.runAsUser === 0 && runAsNonRoot
        ? [
            {
              message: 'the kubelet would refuse to start the container',
              given: 'security.runAsUser was 0 (root), security.runAsNonRoot was true',
              allowed: 'another user, or runAsNonRoot false',
              fix: 'state the user that the image was made for',
            },
          ]
        : []),
      ...addCapabilities
        .filter((name) => !/^[A-Z][A-Z_]*$/.test(name) || name.startsWith('CAP_') || name === 'ALL')
        .map((name) => ({
          message: 'the container runtime knows no such capability',
          given: `security.addCapabilities held '${name}'`,
          allowed: 'names in capitals without CAP_, such as NET_BIND_SERVICE',
          fix: name.startsWith('CAP_')
            ? `state '${name.slice('CAP_'.length)}'`
            : 'name each capability that the program needs',
        })),
    ];
  },
};
