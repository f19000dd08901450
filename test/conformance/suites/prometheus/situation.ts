import type { Rule } from './rule-files';
import type { InputSeries } from './unit-test';

/** Minutes for which a situation lasts: longer than any alert waits. */
export const SITUATION_MINUTES = 260;

/** Samples of exporters over some time, one a minute. */
export interface Situation {
  readonly words: string;
  readonly series: readonly InputSeries[];
}

/** Situations in which an alert has to fire, and others in which it must not. */
export interface Situations {
  readonly fires: readonly Situation[];
  readonly silent: readonly Situation[];
}

/** The workload that an alert is about, and the rule. */
export interface About {
  readonly namespace: string;
  readonly name: string;
  readonly rule: Rule;
  /** Longest start of its pods, in seconds, where it is known. */
  readonly startSeconds?: number;
}

/** Time beyond what an alert waits for in which it has to go on being silent. */
export const SILENT_MINUTES = 20;

/** The same in seconds. */
export const SILENT_SECONDS = SILENT_MINUTES * 60;

/** Samples that stay the same. */
export const constant = (value: number) => `${value}x${SITUATION_MINUTES}`;

/** A situation of samples by the names of their series. */
export function situation(words: string, series: Readonly<Record<string, string>>): Situation {
  return { words, series: Object.entries(series).map(([name, values]) => ({ series: name, values })) };
}

/** The number that a rule compares with. */
export function numberAfter(operator: '<' | '>', { expr }: Rule): number {
  return Number(new RegExp(`${operator} (\\d+(?:\\.\\d+)?)$`).exec(expr)?.[1]);
}
