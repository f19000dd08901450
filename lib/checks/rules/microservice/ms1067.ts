import { type Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';

/** The working directory of a container is one that its runtime can change to. */
export const MS1067: Rule<Workload> = {
  code: 'MS1067',
  title: 'invalid working directory',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The API server takes any text as the working directory of a container. The runtime refuses to start one whose ' +
    'working directory is no path from the root.',
  reads: 'workload',

  evaluate: ({ containers }) =>
    containers.flatMap(({ name, workingDir }) =>
      workingDir === undefined || /^\/\P{Cc}*$/u.test(workingDir)
        ? []
        : [
            {
              message: `the working directory of container ${name} is invalid`,
              given: `workingDir was ${JSON.stringify(workingDir)}`,
              allowed: 'paths from /, without control characters',
              fix: `state ${JSON.stringify(`/${workingDir.replace(/\p{Cc}/gu, '')}`)}, or leave it out`,
            },
          ],
    ),
};
