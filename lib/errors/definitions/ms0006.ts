import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** A patch cannot be applied. */
export const MS0006: FindingDefinition = {
  code: 'MS0006',
  title: 'a patch cannot be applied',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The patch replaces, removes or merges a field that the object does not have, or an element of a list without ' +
    'its merge key in Kubernetes (`name`, `containerPort` with `protocol` where TCP and UDP share a number, ' +
    '`mountPath`, `topologyKey`). Compare its path, or the name of the container or variable, with the rendered ' +
    'object.',
  reads: 'rendered object',
};
