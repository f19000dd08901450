import { FindingDefinition, Severity } from '../../../errors';

/** A patch changes a field that other objects follow from. */
export const MS1040: FindingDefinition = {
  code: 'MS1040',
  title: 'a patch changes a field that other objects follow from',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Policies, autoscalers, budgets, monitors and alerts are made from what the program states, and a patch changes ' +
    'the final object alone: they would go on to name the account, the kind, the labels or the ports from before it. ' +
    'State it where the finding says; acknowledge it where the other objects are patched too.',
  reads: 'rendered object',
};
