import { type Detail, type Rule, Severity } from '../../../errors';
import { isQualifiedName } from '../../../emit/kubernetes';
import type { JobWorkload } from '../../../program';
import { type ExitCodes, isWhole, PodFailureAction, type PodFailureRule, type SuccessRule } from '../../../values';
import { indexesOf } from './indexes';

/** Most rules of a policy, and most exit codes of a rule. */
const MOST_RULES = 20;
const MOST_CODES = 255;

const STATUSES = ['True', 'False', 'Unknown'];

/** Rules of failure and success are such as Kubernetes takes. */
export const MS1087: Rule<JobWorkload> = {
  code: 'MS1087',
  title: 'invalid rule of failure or success',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A policy has up to 20 rules. Exit codes of a rule are up to 255 different whole numbers, and 0 is no failure. A ' +
    'container of a rule is one of the pod. Indexes are from 0 to below completions and ascend. Rules of failure ' +
    'need a new pod for each try.',
  reads: 'run and containers of the job',

  evaluate: (facts) => {
    const { name, run } = facts;
    const { podFailurePolicy, successPolicy, restartInPlace } = run;
    return [
      ...(podFailurePolicy.length > 0 && restartInPlace
        ? [
            {
              message: `rules of failure of ${name} have no effect`,
              given: 'run.podFailurePolicy was stated beside restartInPlace: true',
              allowed: 'rules of failure of jobs with a new pod for each try',
              fix: 'leave restartInPlace out, or podFailurePolicy',
            },
          ]
        : []),
      ...tooMany(name, 'podFailurePolicy', podFailurePolicy),
      ...tooMany(name, 'successPolicy', successPolicy),
      ...podFailurePolicy.flatMap((rule, at) =>
        faultsOf(rule, facts).map((fault) => of('podFailurePolicy', at, fault)),
      ),
      ...successPolicy.flatMap((rule, at) =>
        successFaults(rule, run.completions ?? 1).map((fault) => of('successPolicy', at, fault)),
      ),
    ];

    function of(policy: string, at: number, [given, allowed, fix]: Fault): Detail {
      return { message: `rule ${at + 1} of ${policy} of ${name} is invalid`, given, allowed, fix };
    }
  },
};

/** Given, allowed and fix of a rule. */
type Fault = readonly [string, string, string];

function tooMany(name: string, policy: string, { length }: readonly unknown[]): Detail[] {
  return length <= MOST_RULES
    ? []
    : [
        {
          message: `${policy} of ${name} has too many rules`,
          given: `there were ${length}`,
          allowed: `up to ${MOST_RULES}`,
          fix: 'put the exit codes of one action into one rule',
        },
      ];
}

function faultsOf(rule: PodFailureRule, { run, containers }: JobWorkload): Fault[] {
  const { _action: action, _exitCodes: exit, _condition: condition } = rule;
  return [
    ...(action === PodFailureAction.FAIL_INDEX && run.backoffLimitPerIndex === undefined
      ? [['its action was FAIL_INDEX', 'beside backoffLimitPerIndex', 'state run.backoffLimitPerIndex'] as const]
      : []),
    ...(exit === undefined
      ? []
      : exitFaults(
          exit,
          containers.map(({ name }) => name),
        )),
    ...(condition === undefined || (isQualifiedName(condition.type) && STATUSES.includes(condition.status))
      ? []
      : [
          [
            `the condition was '${condition.type}' with status '${condition.status}'`,
            `types of conditions such as DisruptionTarget, and ${STATUSES.join(', ')}`,
            "state them so, as in PodFailureRule.onPodCondition(PodFailureAction.FAIL_JOB, 'ConfigIssue')",
          ] as const,
        ]),
  ];
}

function exitFaults({ codes, container, except }: ExitCodes, containers: readonly string[]): Fault[] {
  const isCode = (code: number) => isWhole(code, except ? 0 : 1) && code <= 2 ** 31 - 1;
  const fit = codes.length > 0 && codes.length <= MOST_CODES && codes.every(isCode);
  return [
    ...(fit && new Set(codes).size === codes.length
      ? []
      : [
          [
            `exit codes were ${codes.join(', ') || 'none'}`,
            `1 to ${MOST_CODES} different whole numbers${except ? '' : ' above 0'}`,
            'state such codes, as in [42]',
          ] as const,
        ]),
    ...(container === undefined || containers.includes(container)
      ? []
      : [[`the container was '${container}'`, containers.join(', '), 'name a container of the pod'] as const]),
  ];
}

function successFaults({ _indexes: text, _count: count }: SuccessRule, completions: number): Fault[] {
  const indexes = text === undefined ? completions : indexesOf(text, completions);
  if (indexes === undefined)
    return [
      [`indexes were '${text}'`, `ascending indexes from 0 to ${completions - 1}`, "state such indexes, as in '0,2-4'"],
    ];
  return count === undefined || (isWhole(count, 0) && count <= indexes)
    ? []
    : [[`the count was ${count}`, `whole numbers up to ${indexes}`, 'state no more than there are indexes']];
}
