import { Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { validObjectives } from './objective';

/** Samples are kept for as long as every objective looks back. */
export const MS5012: Rule<DeploymentWorkload> = {
  code: 'MS5012',
  title: 'an objective looks back further than samples are kept',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The rest of an error budget is added up from samples of the whole window. State a shorter window, or ' +
    'keep samples longer.',
  reads: 'objectives of the microservice, monitoring',

  evaluate: ({ objectives, monitoring: { retentionDays, name: provider } }) =>
    validObjectives(objectives).flatMap(({ name, windowDays }) =>
      retentionDays === undefined || windowDays <= retentionDays
        ? []
        : [
            {
              message: `the objective ${name} looks back further than samples are kept`,
              given: `its window is ${windowDays} days; ${provider} keeps samples for ${retentionDays}`,
              allowed: `windows up to ${retentionDays} days`,
              fix: 'state a shorter window, or keep samples longer',
            },
          ],
    ),
};
