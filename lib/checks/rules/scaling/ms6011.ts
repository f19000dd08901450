import { Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { invalidRates } from './rates';

/** The API of autoscalers accepts the rates at which replicas come and leave. */
export const MS6011: Rule<DeploymentWorkload> = {
  code: 'MS6011',
  title: 'invalid rate of scaling',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'Percents and pods are whole numbers from 1, at most all replicas leave, periods are whole seconds from 1 ' +
    'to 1800, and autoscalers look back for at most an hour.',
  reads: 'scaling of the microservice',

  evaluate: ({ settings }) => {
    const { scaling } = settings.values;
    return scaling.autoscaled ? invalidRates(scaling) : [];
  },
};
