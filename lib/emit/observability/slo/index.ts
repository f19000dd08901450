import type { DeploymentWorkload } from '../../../program';
import type { AlertingRule, AlertRouting } from '../alerts';
import { burnRateRules } from './burn-rate';
import { RecordingRule, recordingRules } from './recording';

export { BURN_RATE_ALERT } from './burn-rate';
export type { RecordingRule } from './recording';
export { errorRatio, INTERVAL_SECONDS, RATE_WINDOW, RECORDED, recorded } from './recorded';

/** All that is recorded of a microservice's objectives, then their alerts. */
export function objectiveRules(facts: DeploymentWorkload, routing: AlertRouting): (RecordingRule | AlertingRule)[] {
  const { objectives } = facts;
  return [
    ...objectives.flatMap((objective) => recordingRules(facts, objective)),
    ...objectives.flatMap((objective) => burnRateRules(facts, objective, routing)),
  ];
}
