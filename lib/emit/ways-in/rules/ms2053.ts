import { type FindingDefinition, Severity } from '../../../errors';

/** Invalid fact of a way in. */
export const MS2053: FindingDefinition = {
  code: 'MS2053',
  title: 'invalid fact of a way in',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Versions of the Gateway API are written as `1.4`, from 1.2 on; names, namespaces and labels are such as ' +
    'Kubernetes accepts; a Gateway of the platform has one listener at least.',
  reads: 'way in of the platform',
};
