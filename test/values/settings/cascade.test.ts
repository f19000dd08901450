import { Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import * as fc from 'fast-check';
import { cascade, describe as shown, effective, Scaling, writtenName, TopologySpread } from '../../../lib/values';

const lay = (layers: object[], required: object = {}) =>
  cascade(
    layers.map((values, at) => ({ origin: `layer ${at}`, values })),
    { origin: 'required', values: required },
  );
const leaf = (laid: ReturnType<typeof lay>, name: string) =>
  [...laid.leaves].find(([key]) => writtenName(key) === name)?.[1];

describe('cascade', () => {
  test('the later layer counts, field by field', () => {
    const laid = lay([{ a: { x: 1, y: 1 } }, { a: { y: 2 } }, { b: 3 }]);
    expect(leaf(laid, 'a.x')).toMatchObject({ value: 1, origin: 'layer 0' });
    expect(leaf(laid, 'a.y')).toMatchObject({ value: 2, origin: 'layer 1' });
    expect(leaf(laid, 'b')).toMatchObject({ value: 3, origin: 'layer 2' });
  });

  test('an undefined field says nothing', () => {
    expect(leaf(lay([{ a: 1 }, { a: undefined }]), 'a')).toMatchObject({ value: 1, origin: 'layer 0' });
  });

  test('false, 0 and the empty text are statements', () => {
    expect(
      effective(
        lay([
          { a: true, b: 1, c: 'x' },
          { a: false, b: 0, c: '' },
        ]).leaves,
      ),
    ).toEqual({ a: false, b: 0, c: '' });
  });

  test('lists and value types count as a whole', () => {
    const [scaling, memory] = [Scaling.onCpu({ max: 4 }), Size.mebibytes(64)];
    const values = effective(
      lay([
        { list: [1, 2], scaling: Scaling.fixed(1), memory: Size.gibibytes(1) },
        { list: [3], scaling, memory },
      ]).leaves,
    );
    expect(values).toEqual({ list: [3], scaling, memory });
    expect(values['scaling']).toBe(scaling);
  });

  test('keys with dots and slashes stay whole', () => {
    const laid = lay([{ labels: { 'acme.io/team': 'a' } }, { labels: { 'acme.io/cost.center': 'b' } }]);
    expect(effective(laid.leaves)).toEqual({ labels: { 'acme.io/team': 'a', 'acme.io/cost.center': 'b' } });
  });

  test('the required layer counts most and says who disagreed; the first two layers may', () => {
    const laid = lay([{ a: { x: 1 } }, { a: { x: 2 } }, { a: { x: 3 } }, { a: { x: 4, y: 5 } }], { a: { x: 9 } });
    expect(effective(laid.leaves)).toEqual({ a: { x: 9, y: 5 } });
    expect(laid.conflicts.map(({ origin, stated, required }) => [origin, stated, required])).toEqual([
      ['layer 2', 3, 9],
      ['layer 3', 4, 9],
    ]);
  });

  test('agreeing with what is required is no conflict', () => {
    expect(lay([{}, {}, { time: Duration.minutes(1) }], { time: Duration.seconds(60) }).conflicts).toEqual([]);
  });

  test('keys that every object has are not taken for statements', () => {
    expect(lay([{}, {}, { labels: { team: 'a' } }], { labels: { constructor: 'b', toString: 'c' } }).conflicts).toEqual(
      [],
    );
  });

  test('what is in effect is what the last layer that says it says', () => {
    const layer = fc.record(
      { a: fc.nat(3), b: fc.record({ c: fc.nat(3), d: fc.boolean() }, { requiredKeys: [] }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(layer, { minLength: 2, maxLength: 5 }), layer, (layers, required) => {
        const values = effective(lay(layers, required).leaves) as { a?: number; b?: { c?: number; d?: boolean } };
        const last = <T>(pick: (each: { a?: number; b?: { c?: number; d?: boolean } }) => T | undefined) =>
          [...layers, required]
            .map(pick)
            .filter((value) => value !== undefined)
            .at(-1);
        expect(values.a).toBe(last((each) => each.a));
        expect(values.b?.c).toBe(last((each) => each.b?.c));
        expect(values.b?.d).toBe(last((each) => each.b?.d));
      }),
    );
  });
});

describe('describe', () => {
  test.each([
    [Duration.seconds(90), '1 minute 30 seconds'],
    [Size.mebibytes(256), '256Mi'],
    [Cpu.millis(100), '100m'],
    [true, 'true'],
    [['a', 'b'], '[a, b]'],
    [Scaling.fixed(2), '{min: 2, max: 2, autoscaled: false}'],
    [[TopologySpread.overZones()], '[{nodeLabel: topology.kubernetes.io/zone, required: false, maxSkew: 1}]'],
  ])('shows %p as %s', (value, text) => {
    expect(shown(value)).toBe(text);
  });
});
