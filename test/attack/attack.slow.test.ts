import { allowInvalidManifests } from '../support/manifests';
import { broken } from './attack';
import { inputs, SEED } from './inputs';

allowInvalidManifests('what hostile values render is judged by the oracles of the attack');

test(`20,000 hostile values break no promise (ATTACK_SEED=${SEED})`, () => {
  const found = broken(inputs(20_000)).map(({ site: { call, path }, ...rest }) => ({
    call,
    path: path.join('.'),
    ...rest,
  }));
  expect(found).toEqual([]);
});
