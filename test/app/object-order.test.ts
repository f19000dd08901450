import { ApiObject, App as Cdk8sApp, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { App } from '../../lib/app';
import { orderCharts } from '../../lib/app/chart-order';
import { orderObjects } from '../../lib/app/object-order';
import { readTree } from '../../lib/app/tree';

const object = (scope: Construct, id: string) => new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap' });

function order(chart: Chart) {
  const tree = readTree(chart);
  const { objects, findings } = orderObjects(tree.charts[0]!, tree.dependencies);
  return { ids: objects.map(({ node }) => node.id).join(' '), cycles: findings.map(({ given }) => given) };
}

describe('objects of a chart', () => {
  let chart: Chart;
  beforeEach(() => {
    chart = new Chart(new Cdk8sApp(), 'chart');
  });

  test('come by path, segment by segment and by code unit', () => {
    for (const id of ['b', 'a', 'B', 'a-b', '10', '9']) object(chart, id);
    object(new Construct(chart, 'a.'), 'inner');
    expect(order(chart).ids).toBe('10 9 B a a-b inner b');
  });

  test('come after what they depend on, and early otherwise', () => {
    const [a, , c] = ['a', 'b', 'c', 'd'].map((id) => object(chart, id));
    a!.addDependency(c!);
    expect(order(chart)).toEqual({ ids: 'b c a d', cycles: [] });
  });

  test('of a group come after all of another group', () => {
    const [one, other] = [new Construct(chart, 'one'), new Construct(chart, 'other')];
    for (const id of ['a', 'b']) object(one, id);
    for (const id of ['c', 'd']) object(new Construct(other, `${id}-group`), id);
    one.node.addDependency(other);
    expect(order(chart)).toEqual({ ids: 'c d a b', cycles: [] });
  });

  test('depend through a group without objects', () => {
    const between = new Construct(chart, 'between');
    object(chart, 'a').addDependency(between);
    between.node.addDependency(object(chart, 'b'));
    expect(order(chart)).toEqual({ ids: 'b a', cycles: [] });
  });

  test('all come after one of them where the chart depends on it', () => {
    object(chart, 'a');
    object(new Construct(chart, 'group'), 'b');
    chart.addDependency(object(chart, 'namespace'));
    expect(order(chart)).toEqual({ ids: 'namespace a b', cycles: [] });
  });

  test('one comes last where it depends on the group around it', () => {
    const group = new Construct(chart, 'group');
    object(group, 'a').addDependency(group);
    object(group, 'b');
    object(chart, 'z');
    expect(order(chart)).toEqual({ ids: 'b a z', cycles: [] });
  });

  test('may be the only one of a group and of the chart that depend on each other', () => {
    const group = new Construct(chart, 'group');
    chart.addDependency(object(group, 'a'));
    group.node.addDependency(chart);
    expect(order(chart)).toEqual({ ids: 'a', cycles: [] });
  });

  test.each([
    [
      'itself',
      () => {
        const a = object(chart, 'a');
        a.addDependency(a);
      },
      ['chart/a depends on chart/a'],
    ],
    [
      'each other',
      () => {
        const [a, b] = [object(chart, 'a'), object(chart, 'b')];
        a.addDependency(b);
        b.addDependency(a);
      },
      ['chart/a depends on chart/b, chart/b depends on chart/a'],
    ],
    [
      'a group of two within',
      () => {
        const group = new Construct(chart, 'g');
        object(group, 'a');
        object(group, 'b');
        chart.addDependency(group);
      },
      ['chart depends on chart/g, which it contains'],
    ],
    [
      'a group of two around them',
      () => {
        const group = new Construct(chart, 'g');
        object(group, 'a');
        object(group, 'b');
        group.node.addDependency(chart);
      },
      ['chart/g depends on chart, which contains it'],
    ],
  ])('that depend on %s are a cycle, as in cdk8s, and all are kept', (_, state, cycles) => {
    state();
    object(chart, 'z');
    expect(order(chart).cycles).toEqual(cycles);
    expect(order(chart).ids.split(' ')).toHaveLength(chart.node.findAll().filter(ApiObject.isApiObject).length);
  });

  test('report each of two cycles', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => object(chart, id));
    a!.addDependency(b!);
    b!.addDependency(a!);
    c!.addDependency(d!);
    d!.addDependency(c!);
    expect(order(chart).cycles).toEqual([
      'chart/a depends on chart/b, chart/b depends on chart/a',
      'chart/c depends on chart/d, chart/d depends on chart/c',
    ]);
  });

  test('cost no cross product: groups of thousands, and layers that all depend on the layer before', () => {
    const groups = ['a', 'b', 'c'].map((id) => new Construct(chart, id));
    for (const group of groups) for (let at = 0; at < 3000; at += 1) object(group, String(at));
    groups[0]!.node.addDependency(groups[1]!);
    groups[1]!.node.addDependency(groups[2]!);
    let layer: ApiObject[] = [];
    for (let at = 0; at < 60; at += 1) {
      const next = [object(chart, `layer-${at}-0`), object(chart, `layer-${at}-1`)];
      for (const above of next) above.addDependency(...layer);
      layer = next;
    }
    // 18 million pairs would not end within the time of a test.
    const { ids, cycles } = order(chart);
    expect(cycles).toEqual([]);
    expect(ids.split(' ')).toHaveLength(9120);
  });
});

describe('charts', () => {
  test('come after the charts in them and after those that their constructs depend on', () => {
    const app = new App();
    const [a, b, c] = ['a', 'b', 'c'].map((id) => new Chart(app, id));
    const inner = new Chart(a!, 'inner');
    object(new Construct(a!, 'group'), 'x').addDependency(object(c!, 'y'));
    expect(app.charts).toEqual([inner, b, c, a]);
    expect(orderCharts(readTree(app)).indexed).toBe(true);
  });

  test('have no position in their names where none depends on another', () => {
    const app = new App();
    const chart = new Chart(app, 'a');
    object(chart, 'x').addDependency(object(chart, 'y'));
    new Chart(new Construct(chart, 'group'), 'deep');
    expect(orderCharts(readTree(app)).indexed).toBe(false);
  });

  test('may depend on charts of another app, which order nothing here', () => {
    const app = new App();
    new Chart(app, 'a').addDependency(new Chart(new App(), 'a'));
    expect(orderCharts(readTree(app))).toMatchObject({ indexed: true, findings: [] });
  });
});
