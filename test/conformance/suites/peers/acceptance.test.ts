import type { LocatedObject } from '../../manifests';
import { Accepted, Located, objectOf, problemsOf, staleAmong } from './acceptance';
import type { Finding } from './peer';

const CART = object('Deployment', 'cart', 3);
const STORE = object('StatefulSet', 'store', 40);

function object(kind: string, name: string, line: number): LocatedObject {
  return {
    manifest: { apiVersion: 'apps/v1', kind, metadata: { name, namespace: 'shop' } },
    file: 'shop.yaml',
    line,
    construct: `shop/${name}`,
  };
}

function found(about: LocatedObject | undefined, check = 'KSV011', words = 'CPU not limited'): Located {
  return {
    peer: 'trivy',
    system: 'production',
    object: about,
    finding: { check, words, file: 'shop.yaml', target: { line: 1 } },
  };
}

function accepted(entry: Partial<Accepted> = {}): Accepted {
  return { peer: 'trivy', check: 'KSV011', reason: 'the request keeps its share', ...entry };
}

describe('the object of a finding', () => {
  const at = (target: Finding['target'], file = 'shop.yaml') =>
    objectOf({ check: 'x', words: '', file, target }, [CART, STORE]);

  test('is the one that the line stands in', () => {
    expect([at({ line: 3 }), at({ line: 39 }), at({ line: 40 })]).toEqual([CART, CART, STORE]);
  });

  test('or the one of that name', () => {
    expect(at({ kind: 'StatefulSet', name: 'store', namespace: 'shop' })).toBe(STORE);
    expect(at({ kind: 'StatefulSet', name: 'store' })).toBeUndefined();
  });

  test('and none of another file', () => {
    expect(at({ line: 50 }, 'other.yaml')).toBeUndefined();
  });
});

test("a finding that is not accepted names object, place, construct, check and the peer's words", () => {
  expect(problemsOf([found(CART)], [])).toEqual([
    {
      object: 'Deployment shop/cart',
      place: 'shop.yaml:3',
      construct: 'shop/cart',
      message: 'trivy KSV011: CPU not limited',
    },
  ]);
  expect(problemsOf([found(undefined)], [])).toEqual([
    { place: 'shop.yaml', message: 'trivy KSV011: CPU not limited' },
  ]);
});

test.each<[string, Partial<Accepted>, boolean]>([
  ['of all objects', {}, true],
  ['of its kind', { covers: { kind: 'Deployment' } }, true],
  ['of another kind', { covers: { kind: 'StatefulSet' } }, false],
  ['of its name', { covers: { objects: ['StatefulSet shop/store', 'Deployment shop/cart'] } }, true],
  ['of another name', { covers: { objects: ['StatefulSet shop/store'] } }, false],
  ['of another peer', { peer: 'checkov' }, false],
  ['of another check', { check: 'KSV012' }, false],
  ['in its words', { words: 'CPU' }, true],
  ['in other words', { words: 'Memory' }, false],
  ['in its system', { system: 'production' }, true],
  ['in another system', { system: 'staging' }, false],
])('a finding accepted %s', (_, entry, holds) => {
  expect(problemsOf([found(CART)], [accepted(entry)])).toHaveLength(holds ? 0 : 1);
});

test('an entry to which nothing corresponds is stale', () => {
  expect(staleAmong([accepted()], [])).toEqual([
    {
      object: undefined,
      message: 'trivy KSV011 is accepted, but trivy does not say it: take it off the list in accepted.ts',
    },
  ]);
});

test('and so is one of the objects that an entry names', () => {
  const both = accepted({ covers: { objects: ['Deployment shop/cart', 'StatefulSet shop/store'] } });
  expect(staleAmong([both], [found(CART)]).map((problem) => problem.object)).toEqual(['StatefulSet shop/store']);
});
