import type { QueriedSeries } from '../../../support/promql';
import { matches, samplesOf } from './samples';

export type Labels = Readonly<Record<string, string>>;
type Matcher = QueriedSeries['matchers'][number];

/** Values that results of requests have where a selector names others, and one that none has. */
const ORDINARY = ['200', 'OK', '0', 'GET', 'x', ''];

/** Tells if a matcher accepts a value. A missing label is empty. */
export function takes({ operator, value }: Matcher, given = ''): boolean {
  switch (operator) {
    case '=':
      return given === value;
    case '!=':
      return given !== value;
    case '=~':
      return matches(value, given);
    case '!~':
      return !matches(value, given);
  }
}

/** Tells if a selector selects a series with these labels. */
export function selects({ matchers }: Pick<QueriedSeries, 'matchers'>, labels: Labels): boolean {
  return matchers.every((matcher) => takes(matcher, labels[matcher.label]));
}

/**
 * Labels that meet all matchers.
 *
 * @throws Error where there are none
 */
export function labelsFor(matchers: readonly Matcher[]): Labels {
  const names = [...new Set(matchers.map(({ label }) => label))];
  return Object.fromEntries(
    names.map((name) => {
      const of = matchers.filter(({ label }) => label === name);
      const value = [...of.flatMap(candidates), ...ORDINARY].find((candidate) =>
        of.every((matcher) => takes(matcher, candidate)),
      );
      if (value === undefined)
        throw new Error(
          `no value of ${name} meets ` +
            `${of.map((matcher) => `${matcher.operator}${JSON.stringify(matcher.value)}`).join(' and ')}`,
        );
      return [name, value];
    }),
  );
}

/** A matcher that takes exactly what another one refuses. */
export function opposite(matcher: Matcher): Matcher {
  const operator = ({ '=': '!=', '!=': '=', '=~': '!~', '!~': '=~' } as const)[matcher.operator];
  return { ...matcher, operator };
}

function candidates({ operator, value }: Matcher): string[] {
  if (operator === '=') return [value];
  return operator === '=~' ? samplesOf(value) : [];
}
