import { Findings, Problem, problemWith } from '../../suite';
import { ALERT } from './objectives';
import { testRules } from './promtool';
import type { Rule, RuleFile } from './rule-files';
import { type About, type Situation, type Situations, SILENT_MINUTES } from './situation';
import { SITUATIONS } from './situations';
import { nothing, something, UnitTest, UnitTestFile } from './unit-test';

const MINUTE = 60;
/** Time beyond what an alert waits for within which it has to fire. */
const SLACK_MINUTES = 8;

/** Tests that every standard alert fires in its situations after its time, and in no other. */
export async function judgeAlerts(files: readonly RuleFile[], folder: string): Promise<Findings> {
  const problems: Problem[] = [];
  const planned = new Map<UnitTestFile, RuleFile>();
  for (const rules of files) {
    const alerts = rules.group.rules.filter(({ alert }) => alert !== undefined && alert !== ALERT);
    const unknown = alerts.filter(({ alert }) => SITUATIONS[alert!] === undefined);
    problems.push(
      ...unknown.map(({ alert }) =>
        problemWith(rules.object, `nothing says when ${alert} has to fire: add it to situations.ts`),
      ),
    );
    const tests = alerts
      .filter((rule) => !unknown.includes(rule))
      .flatMap((rule) => testsFor(rule, SITUATIONS[rule.alert!]!(aboutOf(rule, rules))));
    if (tests.length > 0) planned.set({ rule_files: [rules.path], evaluation_interval: '60s', tests }, rules);
  }
  const failed = planned.size === 0 ? [] : await testRules([...planned.keys()], folder);
  problems.push(
    ...failed.map(({ file, test, message }) => problemWith(planned.get(file)!.object, `${test}: ${message}`)),
  );
  return { judged: [...planned.keys()].flatMap(({ tests }) => tests).length, problems };
}

function aboutOf(rule: Rule, { startSeconds }: RuleFile): About {
  return {
    namespace: rule.labels?.namespace ?? '',
    name: rule.labels?.microservice ?? '',
    rule,
    ...(startSeconds !== undefined && { startSeconds }),
  };
}

function testsFor(rule: Rule, { fires, silent }: Situations): UnitTest[] {
  const labels = Object.entries({ ...rule.labels, alertname: rule.alert!, alertstate: 'firing' }).filter(
    ([, value]) => !value.includes('{{'),
  );
  const firing = `ALERTS{${labels.map(([label, value]) => `${label}=${JSON.stringify(value)}`).join(',')}}`;
  const ever = (minutes: number) => `count_over_time(${firing}[${minutes}m])`;
  const wait = minutesOf(rule.for);
  const test = ({ words, series }: Situation, questions: UnitTest['promql_expr_test'], what: string): UnitTest => ({
    name: `${rule.alert} ${what} when ${words}`,
    interval: '60s',
    input_series: series,
    promql_expr_test: questions,
  });
  return [
    ...fires.map((situation) =>
      test(
        situation,
        [
          ...(wait > 1 ? [nothing(ever(wait - 1), (wait - 1) * MINUTE)] : []),
          something(firing, (wait + SLACK_MINUTES) * MINUTE),
        ],
        'fires',
      ),
    ),
    ...silent.map((situation) =>
      test(situation, [nothing(ever(wait + SILENT_MINUTES), (wait + SILENT_MINUTES) * MINUTE)], 'is silent'),
    ),
  ];
}

function minutesOf(duration = '0m'): number {
  const [, hours = '0', minutes = '0', seconds = '0'] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(duration) ?? [];
  return Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
}
