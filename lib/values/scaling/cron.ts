/** The fields of a schedule: names, bounds and the words that stand for numbers. */
const FIELDS = [
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

type Field = (typeof FIELDS)[number];

/** Most days of each month; February has 29 within any five years, which is as far as schedulers look. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Values that one field admits. */
interface Times {
  readonly values: readonly number[];
  /** Tells that the field is `*`: the other field of days decides then. */
  readonly any: boolean;
}

/** Finds the fault of a schedule of five fields, as robfig/cron reads them, or the reason why it never fires. */
export function cronProblem(schedule: string): string | undefined {
  const texts = schedule.trim().split(/\s+/);
  if (texts.length !== FIELDS.length) return `it has ${schedule.trim() === '' ? 0 : texts.length} fields`;
  const fields = FIELDS.map((field, at) => parse(texts[at]!, field));
  const wrong = fields.findIndex((field) => field === undefined);
  if (wrong >= 0) return `its ${FIELDS[wrong]!.name} is '${texts[wrong]}'`;
  const [, , days, months, weekdays] = fields as Times[];
  // Where both fields of days are stated, one of them suffices.
  const byWeekday = !weekdays!.any && !days!.any;
  const exists = months!.values.some((month) => days!.values.some((day) => day <= DAYS[month - 1]!));
  return byWeekday || exists ? undefined : 'no month that it names has such a day';
}

/** Tells that KEDA finds a time zone in its database; names are case-sensitive there. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)*$/.test(name)) return false;
  try {
    const resolved = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    return resolved === name || resolved.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}

function parse(text: string, field: Field): Times | undefined {
  const parts = text.split(',').map((part) => parsePart(part, field));
  if (parts.some((part) => part === undefined)) return undefined;
  const times = parts as Times[];
  return { values: [...new Set(times.flatMap(({ values }) => values))], any: times.some(({ any }) => any) };
}

/** `*`, `?`, a number, a range, and each with a step. */
function parsePart(part: string, field: Field): Times | undefined {
  const [range = '', step, ...more] = part.split('/');
  if (more.length > 0 || (step !== undefined && !/^\d+$/.test(step))) return undefined;
  const each = step === undefined ? 1 : Number(step);
  const bounds = boundsOf(range, field, step !== undefined);
  if (bounds === undefined || each < 1 || bounds.from < field.min || bounds.to > field.max || bounds.from > bounds.to)
    return undefined;
  const values = Array.from(
    { length: Math.floor((bounds.to - bounds.from) / each) + 1 },
    (_, at) => bounds.from + at * each,
  );
  return { values, any: (range === '*' || range === '?') && each === 1 };
}

function boundsOf(
  range: string,
  field: Field,
  stepped: boolean,
): { readonly from: number; readonly to: number } | undefined {
  if (range === '*' || range === '?') return { from: field.min, to: field.max };
  const [first = '', last, ...more] = range.split('-');
  const from = numberOf(first, field);
  // A step without an end goes on to the last.
  const to = last === undefined ? (stepped ? field.max : from) : numberOf(last, field);
  return more.length > 0 || from === undefined || to === undefined ? undefined : { from, to };
}

function numberOf(text: string, { words, min }: Field): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const at = (words as readonly string[]).indexOf(text.toLowerCase());
  return at < 0 ? undefined : at + min;
}
