import { type FindingDefinition, Severity } from '../../../errors';

/** A patch names a field that the kind lacks. */
export const MS0017: FindingDefinition = {
  code: 'MS0017',
  title: 'a patch names an unknown field',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The kind of the patched object has no field of that name in any supported version: a misspelled name, or one at ' +
    'the wrong place. The API server would drop it or refuse the object. Where a newer version of the kind has the ' +
    'field, acknowledge the finding.',
  reads: 'rendered object',
};
