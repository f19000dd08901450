import { neverReason, type Times, timesOf } from './cron';

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

/** Fewest days from one day of a schedule to the next, within the eight years that hold two 29ths of February. */
function fewestDays({ days, months, weekdays, eitherDay }: Times): number {
  let last: number | undefined;
  let fewest = Infinity;
  for (let day = 0; day < 8 * 366; day++) {
    const date = new Date(Date.UTC(2024, 0, 1 + day));
    const [ofMonth, ofWeek] = [days.includes(date.getUTCDate()), weekdays.includes(date.getUTCDay())];
    if (!months.includes(date.getUTCMonth() + 1) || !(eitherDay ? ofMonth || ofWeek : ofMonth && ofWeek)) continue;
    if (last !== undefined) fewest = Math.min(fewest, day - last);
    last = day;
  }
  return fewest;
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
