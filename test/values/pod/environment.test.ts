import * as fc from 'fast-check';
import { circularReferences, orderVariables, referencesIn } from '../../../lib/values';

const names = (values: Record<string, string>) =>
  orderVariables(Object.entries(values).map(([name, value]) => ({ name, value }))).map(({ name }) => name);

describe('referencesIn', () => {
  test.each([
    ['http://$(HOST):$(PORT)', ['HOST', 'PORT']],
    ['$$(HOST)', []],
    ['$$$(HOST)', ['HOST']],
    ['$$$$(HOST)', []],
    ['$HOST ${HOST} $()', []],
    ['$(A)$(A)', ['A', 'A']],
  ])('%s refers to %j', (value, expected) => {
    expect(referencesIn(value)).toEqual(expected);
  });
});

describe('orderVariables', () => {
  test('puts variables in the order of their names', () => {
    expect(names({ B: '2', A: '1', C: '3' })).toEqual(['A', 'B', 'C']);
  });

  test('puts a variable behind those it refers to', () => {
    expect(names({ A_URL: 'http://$(HOST):$(PORT)', HOST: 'x', PORT: '$(BASE)0', BASE: '8' })).toEqual([
      'HOST',
      'BASE',
      'PORT',
      'A_URL',
    ]);
  });

  test('an escaped reference moves nothing', () => {
    expect(names({ A: '$$(B)', B: '1' })).toEqual(['A', 'B']);
  });

  test('a variable from a source may be referred to', () => {
    expect(
      orderVariables([
        { name: 'DSN', value: 'x:$(PASSWORD)' },
        { name: 'PASSWORD', valueFrom: { secretKeyRef: {} } },
      ]).map(({ name }) => name),
    ).toEqual(['PASSWORD', 'DSN']);
  });

  test('keeps every variable of a circle', () => {
    expect(names({ A: '$(B)', B: '$(A)' }).sort()).toEqual(['A', 'B']);
  });

  test('whatever the order of statements, references come first and the result is the same', () => {
    const name = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F');
    const variable = fc.record({ name, targets: fc.array(name, { maxLength: 3 }) });
    fc.assert(
      fc.property(
        fc.uniqueArray(variable, { selector: (each) => each.name }),
        fc.infiniteStream(fc.nat()),
        (stated, random) => {
          // Only references to greater names: no circles.
          const variables = stated.map(({ name, targets }) => ({
            name,
            value: targets
              .filter((target) => target > name)
              .map((target) => `$(${target})`)
              .join('-'),
          }));
          const shuffled = variables
            .map((variable) => ({ variable, key: random.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ variable }) => variable);
          const ordered = orderVariables(shuffled);
          expect(ordered).toEqual(orderVariables(variables));
          expect(ordered).toHaveLength(variables.length);
          const position = new Map(ordered.map(({ name }, at) => [name, at]));
          for (const [at, { value }] of ordered.entries()) {
            for (const target of referencesIn(value!)) expect(position.get(target) ?? -1).toBeLessThan(at);
          }
        },
      ),
    );
  });
});

describe('circularReferences', () => {
  test('finds a circle, a self reference, and nothing where there is none', () => {
    const circles = (values: Record<string, string>) =>
      circularReferences(Object.entries(values).map(([name, value]) => ({ name, value })));
    expect(circles({ A: '$(B)', B: '$(C)', C: '$(A)' })).toEqual([['A', 'B', 'C']]);
    expect(circles({ PATH: '$(PATH):/opt' })).toEqual([['PATH']]);
    expect(circles({ A: '$(B) $(C)', B: '$(C)', C: '1' })).toEqual([]);
    expect(circles({ A: '$(ELSEWHERE)' })).toEqual([]);
  });
});
