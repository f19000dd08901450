import { rememberingLast } from '../../lib/values';

describe('rememberingLast', () => {
  it('computes once for an object in a row, and again after another one', () => {
    const seen: object[] = [];
    const count = rememberingLast((key: object) => seen.push(key));
    const [one, other] = [{}, {}];
    expect([count(one), count(one), count(other), count(one)]).toEqual([1, 1, 2, 3]);
    expect(seen).toEqual([one, other, one]);
  });

  it('keeps nothing of a computation that throws', () => {
    let calls = 0;
    const failing = rememberingLast(() => {
      calls += 1;
      throw new Error('no');
    });
    const key = {};
    expect(() => failing(key)).toThrow('no');
    expect(() => failing(key)).toThrow('no');
    expect(calls).toBe(2);
  });
});
