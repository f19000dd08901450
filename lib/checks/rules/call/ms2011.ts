import { Rule, Severity } from '../../../errors';
import type { Edge } from '../../../program';
import { isWhole } from '../../../values';

/** A call that is not idempotent has retries. */
export const MS2011: Rule<Edge> = {
  code: 'MS2011',
  title: 'a call that is not idempotent has retries',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A failed request may have been carried out; sent again it is carried out twice. State `idempotent: true` where ' +
    'that does no harm, else leave `retries` out.',
  reads: 'call',

  evaluate: ({ callee, options: { retries, idempotent } }) =>
    retries === undefined || !isWhole(retries.attempts, 1) || idempotent === true
      ? []
      : [
          {
            message: `the call to ${callee.name} is sent again although that may do harm`,
            given: `retries were up to ${retries.attempts}, idempotent was ${idempotent ?? 'not stated'}`,
            allowed: 'retries of calls that are idempotent',
            fix: 'state idempotent: true if sending a request twice does no harm, else leave retries out',
          },
        ],
};
