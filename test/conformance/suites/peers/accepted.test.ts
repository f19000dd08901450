import { ACCEPTED } from './accepted';

test('every entry has a reason, and is listed once', () => {
  expect(ACCEPTED.filter(({ reason }) => reason.length < 40)).toEqual([]);
  const listed = ACCEPTED.map(({ reason, ...entry }) => JSON.stringify(entry));
  expect(listed).toEqual([...new Set(listed)]);
});
