import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** A text of an object holds a character that readers refuse. */
export const MS0028: FindingDefinition = {
  code: 'MS0028',
  title: 'a text holds a character that readers refuse',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A text or a key of an object holds NUL, which ends the texts of processes, so that no container starts with it, ' +
    'or half of a surrogate pair, which is no character: kubectl refuses the whole file. Bytes that are no text ' +
    'belong into `binaryData` of a ConfigMap or into a Secret, in Base64. `App` of this library looks for it, and ' +
    '`App` of cdk8s does not: it renders each object after all validations, and a second rendering would double ' +
    'the time.',
  reads: 'rendered object',
};
