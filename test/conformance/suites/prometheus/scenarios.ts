import { ALERT, Identity, StatedObjective } from './objectives';
import { Counter, Notation, NOTATIONS, requestsOf } from './requests';
import { counterValues, length, Phase } from './timeline';
import { InputSeries, nothing, Question, seriesName, something, UnitTest } from './unit-test';
import { BURN_WINDOWS, BurnWindow, tolerated } from './windows';

/** Unit tests that share the time between evaluations. */
export interface Scenario {
  readonly evaluationSeconds: number;
  readonly test: UnitTest;
}

/** Requests a second, and the share of them that is bad. */
interface Load {
  readonly seconds: number;
  readonly requests: number;
  readonly badShare: number;
}

const ABOVE = 1.1;
const BELOW = 0.95;
const MINUTES = 60;
const EVALUATION = 30;

/** Expected alerts of an objective: they fire above the tolerated rate and then end, and are silent otherwise. */
export function scenariosOf(objective: StatedObjective, notation: Notation): Scenario[] {
  const firing = (window: BurnWindow) => firingOf(objective, window);
  const all = `ALERTS{${matchersOf(objective)},alertstate="firing"}`;
  const scenario: MakeScenario = (words, loads, questions, evaluationSeconds = EVALUATION) => {
    const interval = evaluationSeconds === EVALUATION ? EVALUATION : MINUTES;
    return {
      evaluationSeconds,
      test: {
        name: words,
        interval: `${interval}s`,
        input_series: inputOf(objective, notation, loads, interval),
        promql_expr_test: questions,
      },
    };
  };
  // What the notation changes shows in one of them.
  if (notation !== NOTATIONS[0]) return [above(objective, BURN_WINDOWS[0]!, scenario)];
  const { minimumFailures } = objective;
  const soon = 65 * MINUTES;
  const few = (failures: number, seconds: number): Load[] => [
    { seconds: 5 * MINUTES, requests: 0, badShare: 0 },
    { seconds, requests: failures / seconds, badShare: 1 },
    { seconds: 5 * MINUTES, requests: 0, badShare: 0 },
  ];
  return [
    ...BURN_WINDOWS.flatMap((window, at) => [
      above(objective, window, scenario),
      below(objective, BURN_WINDOWS.slice(0, at + 1), scenario),
    ]),
    scenario(
      'without failures every alert is silent, and the budget is whole',
      [{ seconds: soon, requests: 100, badShare: 0 }],
      [nothing(ever(all, soon), soon), about(`objective:error_budget_left:ratio{${matchersOf(objective)}}`, 1, soon)],
    ),
    scenario(
      'while counters stand still every alert is silent',
      [{ seconds: soon, requests: 0, badShare: 0 }],
      [nothing(ever(all, soon), soon)],
    ),
    scenario('without any series every alert is silent', [], [nothing(ever(all, soon), soon)]),
    ...(minimumFailures > 1
      ? [
          scenario(
            `${minimumFailures - 1} failures and no other request are too few for every alert`,
            few(minimumFailures - 1, 20 * MINUTES),
            [nothing(ever(all, 30 * MINUTES), 30 * MINUTES)],
          ),
        ]
      : []),
    scenario(
      `${2 * minimumFailures} failures and no other request are enough for every alert`,
      few(2 * minimumFailures, 20 * MINUTES),
      BURN_WINDOWS.map((window) => something(ever(firing(window), 30 * MINUTES), 30 * MINUTES)),
    ),
    // Five minutes, a slip in an expression, hold too few of them.
    scenario(
      `${2 * minimumFailures} failures, spread over an hour, are enough for the alert over 1h`,
      few(2 * minimumFailures, 50 * MINUTES),
      [something(ever(firing(BURN_WINDOWS[0]!), 60 * MINUTES), 60 * MINUTES)],
    ),
  ];
}

type MakeScenario = (
  words: string,
  loads: readonly Load[],
  questions: readonly Question[],
  evaluationSeconds?: number,
) => Scenario;

/**
 * Burning a little faster than tolerated, after a time without failures: fires once the long window is full of it, and
 * ends with the short one.
 */
function above(objective: StatedObjective, window: BurnWindow, scenario: MakeScenario): Scenario {
  const { long, short, longSeconds, shortSeconds } = window;
  const clean = longSeconds / 4;
  const limit = tolerated(window, objective.percent, objective.windowDays);
  const badShare = Math.min(1, limit * ABOVE);
  const firesAfter = clean + longSeconds * (limit / badShare);
  const step = evaluationOf(window);
  const slack = 5 * MINUTES + longSeconds / 50;
  const end = aligned(firesAfter + slack, step);
  const firing = firingOf(objective, window);
  const requests = loadFor(objective, badShare, window);
  return scenario(
    `${percentOf(badShare)} of requests are bad: the alert over ${long} fires when ${long} are over, and ends ` +
      `${short} after the failures`,
    [
      { seconds: clean, requests, badShare: 0 },
      { seconds: end - clean, requests, badShare },
      { seconds: shortSeconds + 2 * (slack + step), requests, badShare: 0 },
    ],
    [
      nothing(ever(firing, firesAfter - slack), firesAfter - slack),
      something(firing, end),
      about(`objective:errors:ratio_rate${short}{${matchersOf(objective)}}`, badShare, end),
      nothing(firing, aligned(end + shortSeconds + 5 * MINUTES, step)),
    ],
    step,
  );
}

/** Burning a little slower than tolerated: neither this alert nor one of faster burns ever fires. */
function below(objective: StatedObjective, windows: readonly BurnWindow[], scenario: MakeScenario): Scenario {
  const window = windows.at(-1)!;
  const badShare = tolerated(window, objective.percent, objective.windowDays) * BELOW;
  const seconds = aligned(window.longSeconds * 1.1, evaluationOf(window));
  const left = 1 - badShare / (1 - objective.percent / 100);
  return scenario(
    `${percentOf(badShare)} of requests are bad: the alert over ${window.long} is silent, and so are those over less`,
    [{ seconds, requests: loadFor(objective, badShare, window), badShare }],
    [
      ...windows.map((each) => nothing(ever(firingOf(objective, each), seconds), seconds)),
      // Made of whole hours.
      ...(window.longSeconds > 24 * 60 * MINUTES
        ? [about(`objective:error_budget_left:ratio{${matchersOf(objective)}}`, left, seconds)]
        : []),
    ],
    evaluationOf(window),
  );
}

/**
 * A long window needs no evaluation every 30 s: shares are the same, and failures are so many that a few of them are
 * enough.
 */
function evaluationOf({ longSeconds }: BurnWindow): number {
  return Math.min(15 * MINUTES, Math.max(EVALUATION, longSeconds / 180));
}

/** The next evaluation: what is recorded is looked up there, since it is too old soon after. */
function aligned(seconds: number, step: number): number {
  return Math.ceil(seconds / step) * step;
}

function loadFor({ minimumFailures }: StatedObjective, badShare: number, { longSeconds }: BurnWindow): number {
  return Math.max(100, (1000 * minimumFailures) / (badShare * longSeconds));
}

function firingOf(objective: Identity, { long, short }: BurnWindow): string {
  const windows = `long_window="${long}",short_window="${short}"`;
  return `ALERTS{alertname="${ALERT}",${matchersOf(objective)},${windows},alertstate="firing"}`;
}

function matchersOf({ namespace, microservice, objective }: Identity): string {
  return Object.entries({ namespace, microservice, objective })
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(',');
}

function ever(series: string, seconds: number): string {
  return `count_over_time(${series}[${Math.ceil(seconds)}s])`;
}

/** Exactly one series, whose value is right to a fiftieth. */
function about(series: string, value: number, seconds: number): Question {
  return something(`abs(sum(${series}) - ${value}) <= ${Math.abs(value) / 50} and count(${series}) == 1`, seconds);
}

function percentOf(share: number): string {
  return `${Number((share * 100).toPrecision(4))} %`;
}

function inputOf(
  objective: StatedObjective,
  notation: Notation,
  loads: readonly Load[],
  interval: number,
): InputSeries[] {
  if (loads.length === 0) return [];
  const { counted, others } = requestsOf(objective, notation);
  const seconds = length(loads);
  const phases = ({ ofGood, ofBad }: Counter): Phase[] =>
    loads.map((load) => ({
      seconds: load.seconds,
      perSecond: load.requests * ((1 - load.badShare) * ofGood + load.badShare * ofBad),
    }));
  // What never happened has no series.
  const happened = counted.filter(
    (counter) => counter.ofGood > 0 || counter.metric.endsWith('_bucket') || loads.some(({ badShare }) => badShare > 0),
  );
  return [
    ...happened.map((counter) => ({
      series: seriesName(counter.metric, counter.labels),
      values: counterValues(phases(counter), interval),
    })),
    ...others.map((counter) => ({
      series: seriesName(counter.metric, counter.labels),
      values: counterValues([{ seconds, perSecond: 10 * counter.ofBad }], interval),
    })),
  ];
}
