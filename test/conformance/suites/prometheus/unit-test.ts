/**
 * A file of unit tests as promtool reads it:
 * https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/
 */
export interface UnitTestFile {
  readonly rule_files: readonly string[];
  readonly evaluation_interval: string;
  readonly tests: readonly UnitTest[];
}

/** Input series, and the queries on them. */
export interface UnitTest {
  readonly name: string;
  readonly interval: string;
  readonly input_series: readonly InputSeries[];
  readonly promql_expr_test: readonly Question[];
}

/** Samples of one series, in promtool's notation. */
export interface InputSeries {
  readonly series: string;
  readonly values: string;
}

/** Expected value of an expression at a time. */
export interface Question {
  readonly expr: string;
  readonly eval_time: string;
  readonly exp_samples: readonly { readonly labels: string; readonly value: number }[];
}

/** Yields nothing. */
export function nothing(expr: string, seconds: number): Question {
  return { expr, eval_time: `${Math.round(seconds)}s`, exp_samples: [] };
}

/** Yields something. */
export function something(expr: string, seconds: number): Question {
  return {
    expr: `count(${expr}) > bool 0`,
    eval_time: `${Math.round(seconds)}s`,
    exp_samples: [{ labels: '{}', value: 1 }],
  };
}

/** A series as promtool's notation names it. */
export function seriesName(metric: string, labels: Readonly<Record<string, string>>): string {
  return `${metric}{${Object.entries(labels)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(',')}}`;
}
