import { type Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';

/** A file of the program that no container can have. */
export const MS1100: Rule<Workload> = {
  code: 'MS1100',
  title: 'invalid file of the program',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'A `ConfigFile` stands at an absolute path in its container, with permissions that Kubernetes takes. Its content ' +
    'is a text, bytes in Base64, or a file that can be read when the program runs.',
  reads: 'files of the workload, and their sources',

  evaluate: ({ configFiles }) => configFiles.faults,
};
