import { IstioMesh, NoMesh } from '../../../../lib';
import { fullShop, queriesOf, Shop, titles } from './program';

const STACK = 'shop-stack';

test('the stack shows budgets, calls and replicas', () => {
  expect(titles(fullShop().dashboard(STACK))).toEqual([
    'Error budgets left',
    'Calls',
    'Missing replicas',
    'Available replicas',
  ]);
});

test('what nothing emits is left out', () => {
  const shop = new Shop({ mesh: new NoMesh() });
  shop.serve('cart');
  expect(titles(shop.dashboard(STACK))).toEqual(['Missing replicas', 'Available replicas']);
});

test('a stack without microservices shows nothing', () => {
  expect(new Shop({ mesh: new IstioMesh() }).dashboard(STACK).panels ?? []).toEqual([]);
});

test('calls are a table of a line for each pair, with requests, errors and latency', () => {
  const calls = fullShop()
    .dashboard(STACK)
    .panels.find(({ title, type }) => title === 'Calls' && type !== 'row')!;
  expect(calls.type).toBe('table');
  expect(calls.targets!.map(({ refId, format, instant }: any) => [refId, format, instant])).toEqual([
    ['A', 'table', true],
    ['B', 'table', true],
    ['C', 'table', true],
  ]);
  expect(
    calls.targets!.every(
      ({ expr }) =>
        expr.includes('(source_canonical_service, destination_service)') ||
        expr.includes('(le, source_canonical_service, destination_service)'),
    ),
  ).toBe(true);
  expect(calls.targets![0]!.expr).toContain(
    'source_canonical_service=~"checkout|web",source_workload_namespace="shop"',
  );
  const [merge, organize] = calls.transformations;
  expect(merge.id).toBe('merge');
  expect(organize.options.renameByName).toEqual({
    source_canonical_service: 'Caller',
    destination_service: 'Callee',
    'Value #A': 'Requests',
    'Value #B': 'Errors',
    'Value #C': 'p99',
  });
  expect(
    calls.fieldConfig.overrides.map(({ matcher, properties }: any) => [matcher.options, properties[0].value]),
  ).toEqual([
    ['Requests', 'reqps'],
    ['Errors', 'percentunit'],
    ['p99', 'ms'],
  ]);
});

test('one query asks for the budgets of all objectives', () => {
  expect(queriesOf(fullShop().dashboard(STACK), 'Error budgets left')).toEqual([
    'sort(objective:error_budget_left:ratio{namespace="shop",microservice="checkout"})',
  ]);
});

test('the order of statements changes nothing', () => {
  const shop = (names: readonly string[]) => {
    const made = new Shop({ mesh: new IstioMesh() });
    const services = new Map(names.map((name) => [name, made.serve(name)]));
    services.get('a')!.calls(services.get('b')!);
    services.get('b')!.calls(services.get('c')!);
    return JSON.stringify(made.dashboard(STACK));
  };
  expect(shop(['c', 'a', 'b'])).toBe(shop(['a', 'b', 'c']));
});

test('it leads to the dashboards of its microservices', () => {
  const shop = fullShop();
  const [link] = shop.dashboard(STACK).links;
  expect(link).toMatchObject({ type: 'dashboards', title: 'Microservices' });
  for (const name of ['cart', 'checkout', 'web'])
    expect(shop.dashboard(name).tags).toEqual(expect.arrayContaining([...link!.tags]));
  expect(link!.tags.every((tag) => shop.dashboard(STACK).tags.includes(tag))).toBe(false);
});
