import { FindingDefinition, Severity } from '../../../errors';

/** Times of a patched pod do not add up. */
export const MS1041: FindingDefinition = {
  code: 'MS1041',
  title: 'times of a patched pod do not add up',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A pod that ends waits until callers have learned of it, then for its longest request; a rollout waits until ' +
    'pods have started and have been ready for a time. With the patches, one of these times is shorter than the sum ' +
    'of those that it holds. State the facts in `lifecycle`, from which all of them follow.',
  reads: 'rendered object, lifecycle of the microservice',
};
