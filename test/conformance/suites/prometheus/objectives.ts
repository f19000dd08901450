import { queriedSeries, QueriedSeries } from '../../../support/promql';
import type { Rule, RuleFile } from './rule-files';

/** An objective, as the rules of a group state it. */
export interface StatedObjective {
  readonly namespace: string;
  readonly microservice: string;
  readonly objective: string;
  readonly percent: number;
  readonly windowDays: number;
  readonly minimumFailures: number;
  /** Raw series that are counted as all requests, as good and as bad ones. */
  readonly total: readonly QueriedSeries[];
  readonly good: readonly QueriedSeries[];
  readonly bad: readonly QueriedSeries[];
}

/** Labels by which everything that is recorded of an objective is known. */
export type Identity = Pick<StatedObjective, 'namespace' | 'microservice' | 'objective'>;

/** Name of the alerts. */
export const ALERT = 'ErrorBudgetBurn';

const STATEMENT = /\((\d+(?:\.\d+)?)% over (\d+(?:\.\d+)?) days\)/;

/** The objectives of a group of rules, or why one cannot be read. */
export function objectivesOf({ group: { rules } }: RuleFile): readonly (StatedObjective | string)[] {
  const identities = new Map(
    rules
      .filter(({ record, alert }) => record?.startsWith('objective:') || alert === ALERT)
      .map((rule) => [titleOf(identityOf(rule)), identityOf(rule)]),
  );
  return [...identities.values()].map((identity) =>
    stated(
      identity,
      rules.filter((rule) => titleOf(identityOf(rule)) === titleOf(identity)),
    ),
  );
}

/** An objective in words. */
export function titleOf({ namespace, microservice, objective }: Identity): string {
  return `${namespace}/${microservice} ${objective}`;
}

function identityOf({ labels: { namespace = '', microservice = '', objective = '' } = {} }: Rule): Identity {
  return { namespace, microservice, objective };
}

function stated(identity: Identity, rules: readonly Rule[]): StatedObjective | string {
  const alert = rules.find((rule) => rule.alert === ALERT);
  if (alert === undefined) return `${titleOf(identity)} has no alert ${ALERT}`;
  const [, percent, windowDays] = STATEMENT.exec(alert.annotations?.summary ?? '') ?? [];
  if (percent === undefined || windowDays === undefined)
    return `the alert of ${titleOf(identity)} does not say "(99.9% over 30 days)": ${alert.annotations?.summary}`;
  const fewest = rules.flatMap((rule) => (rule.alert === ALERT ? (/>= (\d+)$/.exec(rule.expr)?.slice(1) ?? []) : []));
  if (fewest.length === 0) return `no alert of ${titleOf(identity)} says how many failures it fires for, as in ">= 5"`;
  const raw = (record: string) =>
    rules
      .filter((rule) => rule.record === record)
      .flatMap(({ expr }) => queriedSeries(expr))
      .filter(({ metric }) => !metric.includes(':'));
  const objective = {
    ...identity,
    percent: Number(percent),
    windowDays: Number(windowDays),
    minimumFailures: Math.max(...fewest.map(Number)),
    total: raw('objective:requests:rate5m'),
    good: raw('objective:requests_good:rate5m'),
    bad: raw('objective:requests_bad:rate5m'),
  };
  if (objective.total.length === 0) return `${titleOf(identity)} counts no requests`;
  return objective.good.length + objective.bad.length > 0
    ? objective
    : `${titleOf(identity)} counts neither good nor bad requests`;
}
