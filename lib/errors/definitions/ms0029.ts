import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** An object is larger than the API server takes it. */
export const MS0029: FindingDefinition = {
  code: 'MS0029',
  title: 'an object is too large',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The API server refuses annotations of more than 256 KiB in one object and data of more than 1 MiB in one ' +
    'ConfigMap or Secret, and etcd requests of more than 1.5 MiB ' +
    '(https://etcd.io/docs/v3.5/dev-guide/limit/#request-size-limit). Divide the object, or keep the data elsewhere, ' +
    'such as in the image or in an object store. `App` of this library looks for it, and `App` of cdk8s does not: it ' +
    'renders each object after all validations, and a second rendering would double the time.',
  reads: 'rendered object',
};
