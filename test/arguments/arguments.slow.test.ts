import { besideFault, codesWith, isOneFinding } from './every-argument';
import { SITES, wrongValues } from './sites';

test('a value of every wrong type at any place of the API is one finding, and nothing follows from it', () => {
  const failed = SITES.filter(({ type }) => type !== 'any').flatMap((site) =>
    wrongValues(site).flatMap((value) => {
      const found = codesWith(site, value);
      return isOneFinding(found, 'MS0016', besideFault(site, value)) ? [] : [{ ...site, value, found }];
    }),
  );
  expect(failed).toEqual([]);
});
