import { FIELDS, type Field, fieldOf } from './fields';

/** Most days of each month; February has 29 within any five years, which is as far as schedulers look. */
export const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Times of a schedule of five fields. */
export interface Times {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: readonly number[];
  readonly months: readonly number[];
  readonly weekdays: readonly number[];
  /** True where both fields of days are stated: one of them suffices then. */
  readonly eitherDay: boolean;
}

/** Times of a schedule of five fields, as robfig/cron reads them, or the fault of their grammar. */
export function timesOf(schedule: string): Times | string {
  const texts = schedule.trim().split(/\s+/);
  if (texts.length !== FIELDS.length) return `it has ${schedule.trim() === '' ? 0 : texts.length} fields`;
  const fields = FIELDS.map((field, at) => fieldOf(texts[at]!, field));
  const wrong = fields.findIndex((field) => field === undefined);
  if (wrong >= 0) return `its ${FIELDS[wrong]!.name} is '${texts[wrong]}'`;
  const [minutes, hours, days, months, weekdays] = fields as [Field, Field, Field, Field, Field];
  return {
    minutes: minutes.values,
    hours: hours.values,
    days: days.values,
    months: months.values,
    weekdays: weekdays.values,
    eitherDay: !weekdays.any && !days.any,
  };
}

/** Finds the reason why times never come. */
export function neverReason({ minutes, hours, days, months, weekdays, eitherDay }: Times): string | undefined {
  const empty = FIELDS.find((_, at) => [minutes, hours, days, months, weekdays][at]!.length === 0);
  if (empty !== undefined) return `its ${empty.name} names no value`;
  const exists = months.some((month) => days.some((day) => day <= DAYS[month - 1]!));
  return eitherDay || exists ? undefined : 'no month that it names has such a day';
}

/** Finds the fault of a schedule of five fields, as robfig/cron reads them, or the reason why it never fires. */
export function cronProblem(schedule: string): string | undefined {
  const times = timesOf(schedule);
  return typeof times === 'string' ? times : neverReason(times);
}
