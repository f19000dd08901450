import { Between, compared } from './comparison';

test('names what differs, in one problem', () => {
  expect(
    compared('Policy shop/cart', 'a calls b', [
      ['status', 403, 200],
      ['attempts', 1, 1],
      ['seconds', 2.00049, new Between(0.8, 1.5)],
      ['identity', undefined, 'x'],
    ]),
  ).toEqual([
    {
      object: 'Policy shop/cart',
      message: 'a calls b: status 403 instead of 200, seconds 2 instead of 0.8 to 1.5, identity none instead of "x"',
    },
  ]);
});

test('says nothing where all is as it is to be', () => {
  expect(
    compared('x', 'y', [
      ['status', 200, 200],
      ['seconds', 1, new Between(1, 1)],
      ['error', undefined, undefined],
    ]),
  ).toEqual([]);
});
