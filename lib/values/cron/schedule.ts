import { DAYS, neverReason, type Times, timesOf } from './cron';

/** Words that stand for schedules of five fields. */
const WORDS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

const EVERY = '@every ';

/** Seconds of the units in which Go writes durations. */
const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

const DAY_MINUTES = 24 * 60;

/** Finds the fault of the schedule of a CronJob: five fields of cron, `@daily` and its like, or `@every 1h30m`. */
export function scheduleProblem(schedule: string): string | undefined {
  if (schedule.includes('TZ')) return 'it names a time zone';
  if (schedule.startsWith(EVERY))
    return seconds(schedule.slice(EVERY.length)) === undefined ? 'its duration is invalid' : undefined;
  const times = named(schedule);
  return typeof times === 'string' ? times : undefined;
}

/** Finds the reason why a schedule without a fault never fires. */
export function neverFires(schedule: string): string | undefined {
  const times = schedule.startsWith(EVERY) ? 'always' : named(schedule);
  return typeof times === 'string' ? undefined : neverReason(times);
}

/** Fewest seconds between two times of a schedule. Undefined for one that is invalid, or that never fires twice. */
export function shortestInterval(schedule: string): number | undefined {
  if (schedule.startsWith(EVERY)) {
    const every = seconds(schedule.slice(EVERY.length));
    return every === undefined ? undefined : Math.max(1, Math.floor(every));
  }
  const times = named(schedule);
  return typeof times === 'string' || neverReason(times) !== undefined ? undefined : shortestOf(times);
}

function named(schedule: string): Times | string {
  if (!schedule.startsWith('@')) return timesOf(schedule);
  return Object.hasOwn(WORDS, schedule) ? timesOf(WORDS[schedule]!) : 'its word is not known';
}

/** Within a day, and from the last time of a day to the first of the next day that has any. */
function shortestOf(times: Times): number {
  const minutes = times.hours
    .flatMap((hour) => times.minutes.map((minute) => hour * 60 + minute))
    .sort((one, other) => one - other);
  const within = minutes.slice(1).map((minute, at) => minute - minutes[at]!);
  const overNight = fewestDays(times) * DAY_MINUTES - minutes.at(-1)! + minutes[0]!;
  return Math.min(...within, overNight) * 60;
}

/** Days of the months of eight years that hold two 29ths of February; the first one begins on a Monday. */
const YEARS = [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031];
const FIRST_WEEKDAY = 1;

/** Fewest days from one day of a schedule to the next. */
function fewestDays({ days, months, weekdays, eitherDay }: Times): number {
  const calendar = YEARS.flatMap((year) =>
    DAYS.flatMap((most, month) =>
      Array.from({ length: month === 1 && year % 4 > 0 ? 28 : most }, (_, day) => ({ month: month + 1, day: day + 1 })),
    ),
  );
  const firing = calendar.flatMap(({ month, day }, at) => {
    const [ofMonth, ofWeek] = [days.includes(day), weekdays.includes((FIRST_WEEKDAY + at) % 7)];
    return months.includes(month) && (eitherDay ? ofMonth || ofWeek : ofMonth && ofWeek) ? [at] : [];
  });
  return Math.min(...firing.slice(1).map((at, before) => at - firing[before]!));
}

/** Seconds of a duration as Go reads it. */
function seconds(duration: string): number | undefined {
  const [, sign = '', digits = ''] = /^([+-]?)(.*)$/s.exec(duration)!;
  if (digits === '0') return 0;
  const parts = [...digits.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== digits) return undefined;
  const sum = parts.reduce((all, [, count, unit]) => all + Number(count) * UNITS[unit!]!, 0);
  return sign === '-' ? -sum : sum;
}
