import type { DeploymentWorkload } from '../../program';
import { AlertingRule, AlertRouting, standardAlerts } from './alerts';
import { INTERVAL_SECONDS, objectiveRules } from './slo';
import type { RecordingRule } from './slo';

/** Rules that Prometheus evaluates one after another. */
export interface RuleGroup {
  readonly name: string;
  readonly interval?: string;
  readonly rules: readonly (RecordingRule | AlertingRule)[];
}

/** All rules of a microservice. */
export function ruleGroups(facts: DeploymentWorkload, routing: AlertRouting): RuleGroup[] {
  const prefix = `${facts.namespace}/${facts.name}`;
  return [
    { name: `${prefix}/objectives`, interval: `${INTERVAL_SECONDS}s`, rules: objectiveRules(facts, routing) },
    { name: `${prefix}/alerts`, rules: standardAlerts(facts, routing) },
  ].filter(({ rules }) => rules.length > 0);
}
