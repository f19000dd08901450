import { Duration } from 'cdk8s';
import { Objective } from '../../../../lib';
import { all } from '../../../support/manifests';
import { promqlProblems } from '../../../support/promql';
import { ADDRESS, FlaggerProgram } from './program';

const program = new FlaggerProgram({
  objectives: [
    Objective.availability(99.9),
    Objective.latency(99, Duration.millis(250)),
    Objective.availability(99, { route: { name: 'pay', paths: ['/shop.Cart'] } }),
  ],
});
program.serve('mail').calls(program.cart, { timeout: Duration.seconds(2) });
const templates = all(program.written(), 'MetricTemplate');

test("each objective of all requests is asked of the platform's Prometheus", () => {
  expect(templates.map(({ metadata, spec }) => [metadata.name, spec.provider])).toEqual(
    ['cart-availability', 'cart-latency-250ms'].map((name) => [name, { type: 'prometheus', address: ADDRESS }]),
  );
  expect(templates.flatMap(({ spec }) => promqlProblems(spec.query))).toEqual([]);
});

test('what declared callers saw of the new version counts, and nothing else', () => {
  for (const {
    spec: { query },
  } of templates) {
    const selectors = query.match(/\{[^}]*\}/g)!;
    expect(selectors.length).toBeGreaterThan(0);
    for (const each of selectors) {
      expect(each).toContain('reporter="source"');
      expect(each).toContain('destination_service="cart-canary.shop.svc.cluster.local"');
      expect(each).toContain('source_canonical_service=~"mail|web"');
    }
  }
});

test('Flagger finds no template of its own in a query', () => {
  for (const {
    spec: { query },
  } of templates)
    expect(query).not.toMatch(/\{\{|\}\}/);
});
