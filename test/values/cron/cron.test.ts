import { cronProblem, isTimeZone } from '../../../lib/values';

test.each([
  '0 8 * * 1-5',
  '*/15 0-6,22-23 1 jan,JUL ?',
  '30 4 29 2 *',
  '0 0 31 2 mon',
  '5/10 * * * *',
  '0 0 30 2 1-5',
  ' 0  8 * * * ',
  // As robfig/cron reads them: empty parts, signs, and what follows a star are passed over.
  '1,,2 +3 * * *',
  '*-5 * * * *',
])('%s comes', (schedule) => {
  expect(cronProblem(schedule)).toBeUndefined();
});

test.each([
  ['', 'it has 0 fields'],
  ['0 8 * *', 'it has 4 fields'],
  ['@daily', 'it has 1 fields'],
  ['0 0 8 * * *', 'it has 6 fields'],
  ['60 8 * * *', "its minute is '60'"],
  ['0 24 * * *', "its hour is '24'"],
  ['0 0 0 * *', "its day of the month is '0'"],
  ['0 0 * 13 *', "its month is '13'"],
  // Unlike in cron of Unix, Sunday is 0 alone.
  ['0 0 * * 7', "its day of the week is '7'"],
  ['0 18-8 * * *', "its hour is '18-8'"],
  ['*/0 * * * *', "its minute is '*/0'"],
  ['x * * * *', "its minute is 'x'"],
  ['1-2-3 * * * *', "its minute is '1-2-3'"],
  [', * * * *', 'its minute names no value'],
  ['- * * * *', "its minute is '-'"],
  ['-1 * * * *', "its minute is '-1'"],
  ['0 0 30 2 *', 'no month that it names has such a day'],
  ['0 0 31 apr,jun ?', 'no month that it names has such a day'],
])('%s never comes', (schedule, reason) => {
  expect(cronProblem(schedule)).toBe(reason);
});

test.each([
  'Europe/Berlin',
  'UTC',
  'America/Port-au-Prince',
  'America/Argentina/Buenos_Aires',
  'Etc/GMT+1',
  'Asia/Kolkata',
  'Africa/Dar_es_Salaam',
])('%s is a time zone', (name) => {
  expect(isTimeZone(name)).toBe(true);
});

test.each(['', 'Berlin', 'europe/berlin', 'Europe/berlin', '+02:00', 'CEST+', 'Local/Time'])('%s is none', (name) => {
  expect(isTimeZone(name)).toBe(false);
});
