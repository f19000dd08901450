import { FindingDefinition, Severity } from '../../../errors';

/** Invalid scaling of a function. */
export const MS7008: FindingDefinition = {
  code: 'MS7008',
  title: 'invalid scaling of a function',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Knative scales on requests at once or on requests a second, from 0; on CPU or memory use from 1, from 2 ' +
    'where `min` is not stated, where its extension for HorizontalPodAutoscalers is installed. One metric ' +
    'decides, `max` is 1 or more (Knative takes 0 for no bound), and of the rates only `stabilization` of ' +
    '`scaleDown` has an effect.',
  reads: 'scaling of the function, functions of the platform',
};
