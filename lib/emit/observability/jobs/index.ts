import type { JobWorkload } from '../../../program';
import type { JobAlerts } from '../../../values';
import { alertRule, type AlertRouting, type AlertStatement } from '../alerts';
import type { RuleGroup } from '../rule-groups';
import { failed } from './failed';
import { notScheduled } from './not-scheduled';
import { tooLong } from './too-long';

/** Settings that switch an alert of jobs. */
export type JobAlertSwitch = keyof JobAlerts;

const ALERTS: Readonly<Record<JobAlertSwitch, (facts: JobWorkload) => AlertStatement[]>> = {
  failed,
  tooLong,
  notScheduled,
};

/** Names of the settings that switch alerts of jobs. */
export const JOB_ALERT_SWITCHES = Object.keys(ALERTS) as JobAlertSwitch[];

/** All rules of a job. */
export function jobRuleGroups(facts: JobWorkload, routing: AlertRouting): RuleGroup[] {
  const { jobs = {} } = facts.settings.values.alerts;
  const rules = JOB_ALERT_SWITCHES.filter((name) => jobs[name] ?? true)
    .flatMap((name) => ALERTS[name](facts))
    .map((statement) => alertRule(facts, routing, statement));
  return rules.length === 0 ? [] : [{ name: `${facts.namespace}/${facts.name}/alerts`, rules }];
}

/** Requirement of an alert that a job lacks. Undefined where the alert applies. */
export function missingForJob(name: JobAlertSwitch, facts: JobWorkload): string | undefined {
  if (ALERTS[name](facts).length > 0) return undefined;
  return name === 'tooLong' ? 'run.activeDeadline' : 'a schedule that is not suspended';
}
