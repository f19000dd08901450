import { allowInvalidManifests } from '../support/manifests';
import { brokenBy, inputs, SEED } from './attack';

allowInvalidManifests('what hostile values render is judged by the oracles of the attack');

test(`20,000 hostile values break no promise (ATTACK_SEED=${SEED})`, () => {
  const broken = inputs(20_000).flatMap((input) => {
    const promises = brokenBy(input);
    return promises.length === 0
      ? []
      : [{ call: input.site.call, path: input.site.path.join('.'), value: input.value, promises }];
  });
  expect(broken).toEqual([]);
});
