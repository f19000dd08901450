import { FindingDefinition, Severity } from '../../../errors';

/** The platform requires another value. */
export const MS1027: FindingDefinition = {
  code: 'MS1027',
  title: 'the platform requires another value',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The platform team requires a value that nothing below may change, neither by a setting, nor by a patch of the ' +
    'fields that it decides, nor by a label or an annotation of an object; fields beside them are free. Leave it ' +
    'out, or have the platform require less.',
  reads: 'settings of the stack and of the workload, exposures, rendered objects',
};
