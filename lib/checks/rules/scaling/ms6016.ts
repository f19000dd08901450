import { Rule, Severity } from '../../../errors';
import { heldMicroservice } from './held';
import type { ScaledMicroservice } from './scaled';

/** Objectives include the wait for the first replica. */
export const MS6016: Rule<ScaledMicroservice> = {
  code: 'MS6016',
  title: 'objectives do not include the wait for the first replica',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'Requests are counted and timed where they reach the pods. No series contains the time before that, nor ' +
    'the callers that gave up meanwhile: an objective of a microservice that scales to zero says how well it ' +
    'serves while it runs.',
  reads: 'objectives of the microservice, activator',

  evaluate: (scaled) => {
    const held = heldMicroservice(scaled);
    if (held === undefined) return [];
    const { name, objectives, monitoring } = held.microservice;
    return objectives.length === 0 || !monitoring.evaluatesRules
      ? []
      : [
          {
            message: `objectives of ${name} do not include the wait for its first replica`,
            given:
              `${objectives.map((objective) => objective.name).join(', ')}: requests are held for up to ` +
              `${held.activator.startSeconds ?? 0} s before any series counts them`,
            fix: 'state min of 1 or more where the first request counts too, or acknowledge this',
          },
        ];
  },
};
