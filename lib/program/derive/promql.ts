import { type Matcher, promqlString, type Series, rounded } from '../../values';

/** Series as PromQL selects them. */
export function selector({ metric, matchers }: Series): string {
  return matchers.length === 0 ? metric : `${metric}{${matchers.map(matcherText).join(',')}}`;
}

function matcherText({ label, operator, value, isTemplate }: Matcher): string {
  return `${label}${operator}${isTemplate === true ? `"${value}"` : promqlString(value)}`;
}

/** Series whose labels have exactly these values. */
export function series(metric: string, labels: Readonly<Record<string, string>>): Series {
  return {
    metric,
    matchers: Object.entries(labels).map(([label, value]): Matcher => ({ label, operator: '=', value })),
  };
}

/** Increase a second of counters, added over all of their series or by labels. */
export function sumOfRates(all: readonly Series[], window: string, by: readonly string[] = []): string {
  const grouping = by.length === 0 ? '' : ` by (${by.join(', ')})`;
  return all.map((each) => `sum${grouping}(rate(${selector(each)}[${window}]))`).join(' + ');
}

/** The bucket of a histogram: Prometheus 3 writes whole bounds as `250.0`, older versions as `250`. */
export function bound(exact: number): Matcher {
  const units = rounded(exact);
  return Number.isInteger(units)
    ? { label: 'le', operator: '=~', value: `${units}(\\.0)?` }
    : { label: 'le', operator: '=', value: `${units}` };
}
