import { Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';

/** A microservice without ports is headless. */
export const MS1019: Rule<DeploymentWorkload> = {
  code: 'MS1019',
  title: 'a microservice without ports is headless',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation: 'Headless is a property of the Service, and a worker without ports has none.',
  reads: 'microservice',

  evaluate: ({ ports, headless }) =>
    headless && ports.length === 0
      ? [
          {
            message: 'a microservice without ports cannot be headless',
            given: 'headless was true, ports were none',
            allowed: 'headless with at least one port',
            fix: 'state its ports, or leave headless out',
          },
        ]
      : [],
};
