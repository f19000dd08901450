/** The fields of a schedule: names, bounds and the words that stand for numbers. */
export const FIELDS = [
  { name: 'minute', min: 0, max: 59, words: [] },
  { name: 'hour', min: 0, max: 23, words: [] },
  { name: 'day of the month', min: 1, max: 31, words: [] },
  {
    name: 'month',
    min: 1,
    max: 12,
    words: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  { name: 'day of the week', min: 0, max: 6, words: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
] as const;

type Bounds = (typeof FIELDS)[number];

/** Values that one field admits. */
export interface Field {
  readonly values: readonly number[];
  /** True for a field that is `*`: the other field of days decides then. */
  readonly any: boolean;
}

/** Reads one field as robfig/cron does, which passes over empty parts of a list. Undefined for another grammar. */
export function fieldOf(text: string, bounds: Bounds): Field | undefined {
  const parts = text
    .split(',')
    .filter((part) => part !== '')
    .map((part) => parsePart(part, bounds));
  if (parts.some((part) => part === undefined)) return undefined;
  const fields = parts as Field[];
  return { values: [...new Set(fields.flatMap(({ values }) => values))], any: fields.some(({ any }) => any) };
}

/** `*`, `?`, a number, a range, and each with a step. */
function parsePart(part: string, { min, max, words }: Bounds): Field | undefined {
  const [range = '', step, ...furtherSteps] = part.split('/');
  const [low = '', high, ...furtherEnds] = range.split('-');
  // Whatever follows a star is passed over.
  const star = low === '*' || low === '?';
  const each = step === undefined ? 1 : wholeOf(step);
  const from = star ? min : numberOf(low, words, min);
  const stated = high === undefined ? from : numberOf(high, words, min);
  // A step without an end goes on to the last.
  const to = star || (high === undefined && step !== undefined) ? max : stated;
  if (furtherSteps.length > 0 || (furtherEnds.length > 0 && !star)) return undefined;
  if (from === undefined || to === undefined || each === undefined) return undefined;
  if (each < 1 || from < min || to > max || from > to) return undefined;
  const values = Array.from({ length: Math.floor((to - from) / each) + 1 }, (_, at) => from + at * each);
  return { values, any: star && each === 1 };
}

function numberOf(text: string, words: readonly string[], min: number): number | undefined {
  const at = words.indexOf(text.toLowerCase());
  return at < 0 ? wholeOf(text) : at + min;
}

/** A whole number with a sign or without, as Go reads one. */
function wholeOf(text: string): number | undefined {
  return /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
}
