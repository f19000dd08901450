import { besideFault, codesWith, isOneFinding, misspelled } from './every-argument';
import { SITES, wrongValues } from './sites';

test('a value of a wrong type at any place of the API is one finding, and nothing follows from it', () => {
  const failed = SITES.filter(({ type }) => type !== 'any').flatMap((site, at) => {
    const values = wrongValues(site);
    const value = values[at % values.length];
    const found = codesWith(site, value);
    return isOneFinding(found, 'MS0016', besideFault(site, value)) ? [] : [{ ...site, value, found }];
  });
  expect(failed).toEqual([]);
});

test('a misspelled name at any place of the API is one finding', () => {
  const failed = SITES.flatMap(misspelled).flatMap(({ site, name }) => {
    const found = codesWith(site, 'made');
    return found.length === 1 && found[0]!.startsWith('MS0015') ? [] : [{ ...site, name, found }];
  });
  expect(failed).toEqual([]);
});
