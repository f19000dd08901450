import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { availabilityBound, availabilityFactors, Call, Endpoint, promised } from '../../../lib/program';
import { CallOptions, Objective } from '../../../lib/values';

/** Endpoints by name, each of which promises something or nothing and calls others. */
type Edges = Readonly<
  Record<string, { readonly promises?: number; readonly calls?: Readonly<Record<string, CallOptions>> }>
>;

function factorsOf(edges: Edges, caller = 'a') {
  const outbound = new Map<string, Call[]>(Object.keys(edges).map((id) => [id, []]));
  const endpoints = new Map<string, Endpoint>(
    Object.entries(edges).map(([id, { promises }]) => [
      id,
      {
        id,
        name: id,
        ports: [],
        outbound: outbound.get(id)!,
        ...(promises !== undefined && { availability: promises }),
      },
    ]),
  );
  for (const [id, { calls = {} }] of Object.entries(edges)) {
    for (const [callee, options] of Object.entries(calls))
      outbound.get(id)!.push({ caller: endpoints.get(id)!, callee: endpoints.get(callee)!, options });
  }
  return availabilityFactors(endpoints.get(caller)!);
}

describe('what a microservice promises', () => {
  const millis = Duration.millis(250);
  test.each([
    ['nothing', [], {}],
    ['its objective of availability', [Objective.availability(99.9)], { availability: 99.9 }],
    [
      'the strictest of them',
      [Objective.availability(99), Objective.availability(99.9), Objective.availability(98)],
      { availability: 99.9 },
    ],
    ['nothing by latency', [Objective.latency(99, millis)], {}],
    ['nothing by one route', [Objective.availability(99, { route: { name: 'pay', methods: ['POST'] } })], {}],
  ])('%s', (_, objectives, expected) => {
    expect(promised(objectives)).toEqual(expected);
  });
});

describe('the callees that bound it', () => {
  test.each<[string, Edges, unknown[]]>([
    ['nobody', { a: {} }, []],
    [
      'those that promise, by their names',
      { a: { calls: { c: {}, b: {} } }, b: { promises: 99 }, c: { promises: 98 } },
      [
        ['b', 99, 1],
        ['c', 98, 1],
      ],
    ],
    ['not what it can do without', { a: { calls: { b: { soft: true } } }, b: { promises: 99 } }, []],
    [
      'for the requests that need them',
      {
        a: { calls: { b: { callsPerRequest: 0.25 }, c: { callsPerRequest: 4 } } },
        b: { promises: 99 },
        c: { promises: 99 },
      },
      [
        ['b', 99, 0.25],
        ['c', 99, 1],
      ],
    ],
    [
      'in the place of who promises nothing, its callees',
      {
        a: { calls: { b: { callsPerRequest: 0.5 } } },
        b: { calls: { c: { callsPerRequest: 0.5 } } },
        c: { promises: 99 },
      },
      [['c', 99, 0.25]],
    ],
    [
      'not the callees of who promises',
      { a: { calls: { b: {} } }, b: { promises: 99, calls: { c: {} } }, c: { promises: 90 } },
      [['b', 99, 1]],
    ],
    [
      'once, by whichever way',
      { a: { calls: { b: {}, c: {} } }, b: { calls: { d: {} } }, c: { calls: { d: {} } }, d: { promises: 99 } },
      [['d', 99, 1]],
    ],
    [
      'for the sum of the ways',
      {
        a: { calls: { b: { callsPerRequest: 0.25 }, c: { callsPerRequest: 0.5 } } },
        b: { calls: { d: {} } },
        c: { calls: { d: {} } },
        d: { promises: 99 },
      },
      [['d', 99, 0.75]],
    ],
    [
      'by a way that is not soft',
      { a: { calls: { b: {}, d: { soft: true } } }, b: { calls: { d: {} } }, d: { promises: 99 } },
      [['d', 99, 1]],
    ],
    [
      'not itself',
      { a: { promises: 99.9, calls: { b: {} } }, b: { calls: { a: {}, c: {} } }, c: { promises: 99 } },
      [['c', 99, 1]],
    ],
    ['not itself, directly', { a: { promises: 99.9, calls: { a: {} } } }, []],
    [
      'in a circle behind it',
      {
        a: { calls: { b: {} } },
        b: { calls: { c: { callsPerRequest: 0.5 } } },
        c: { calls: { b: {}, d: {} } },
        d: { promises: 99 },
      },
      [['d', 99, 0.5]],
    ],
  ])('%s', (_, edges, expected) => {
    expect(factorsOf(edges).map(({ name, availability, share }) => [name, availability, share])).toEqual(expected);
  });

  test('are found although everybody calls everybody', () => {
    const ids = Array.from({ length: 24 }, (_, at) => `s${at}`);
    const everybody = Object.fromEntries(ids.map((id) => [id, {}]));
    const edges: Edges = {
      ...Object.fromEntries(ids.map((id) => [id, { calls: { ...everybody, last: {} } }])),
      a: { calls: everybody },
      last: { promises: 99 },
    };
    expect(factorsOf(edges)).toEqual([{ name: 'last', availability: 99, share: 1 }]);
  });

  test('are the same in whichever order calls were stated', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const edge = fc.record({
      from: fc.constantFrom(...ids),
      to: fc.constantFrom(...ids, 'last', 'other'),
      callsPerRequest: fc.constantFrom(0.25, 0.5, 1, 2),
      soft: fc.boolean(),
    });
    const edges = (
      all: readonly { from: string; to: string; callsPerRequest: number; soft: boolean }[],
      names: readonly string[],
    ): Edges => ({
      ...Object.fromEntries(
        names.map((id) => [
          id,
          {
            calls: Object.fromEntries(all.filter(({ from }) => from === id).map(({ to, ...options }) => [to, options])),
          },
        ]),
      ),
      last: { promises: 99 },
      other: { promises: 98 },
    });
    fc.assert(
      fc.property(fc.uniqueArray(edge, { selector: ({ from, to }) => `${from}${to}` }), (all) => {
        const factors = factorsOf(edges(all, ids));
        expect(factorsOf(edges([...all].reverse(), [...ids].reverse()))).toEqual(factors);
        expect(factors.every(({ share }) => share >= 0 && share <= 1)).toBe(true);
      }),
    );
  });
});

describe('the bound', () => {
  const factor = (availability: number, share = 1) => ({ name: 'x', availability, share });
  test.each([
    [[], 100],
    [[factor(99.9)], 99.9],
    [[factor(99.9), factor(99.9)], 99.8001],
    [[factor(99), factor(98)], 97.02],
    [[factor(99, 0.5)], 99.5],
    [[factor(99, 0)], 100],
  ])('%#: %j allow %d percent', (factors, expected) => {
    expect(availabilityBound(factors)).toBe(expected);
  });

  test('no callee raises it', () => {
    const factors = fc.array(
      fc.record({
        name: fc.constant('x'),
        availability: fc.double({ min: 1, max: 99.999, noNaN: true }),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(factors, (all) => {
        expect(availabilityBound(all)).toBeLessThanOrEqual(availabilityBound(all.slice(1)) + 1e-9);
      }),
    );
  });
});
