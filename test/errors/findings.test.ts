import { App, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { CATALOGUE } from '../../lib/checks';
import {
  acknowledge,
  check,
  checkRendered,
  eachApart,
  evaluateRules,
  lastFindings,
  Problem,
  renderedFindings,
  renderingOnce,
  report,
  Rule,
  unusedAcknowledgements,
} from '../../lib/errors';

const PROBLEM: Problem = { definition: CATALOGUE.get('MS2004')!, message: 'm', given: 'g', fix: 'f' };
const WARNING: Problem = { definition: CATALOGUE.get('MS2014')!, message: 'w', given: 'g', fix: 'f' };
interface Facts {
  readonly ports: readonly { readonly name: string }[];
}

const REASON = 'known, and mended next week';

function tree() {
  const app = Testing.app();
  const chart = new Chart(app, 'shop');
  const construct = new Construct(chart, 'cart');
  return { app, chart, construct };
}

const codes = (construct: Construct) => {
  construct.node.validate();
  return lastFindings(construct).map(({ code }) => code);
};

describe('a problem', () => {
  test('becomes a finding with path and severity', () => {
    const { construct } = tree();
    report(construct, PROBLEM, WARNING);
    construct.node.validate();
    expect(lastFindings(construct)).toEqual([
      { code: 'MS2004', severity: 'error', path: 'shop/cart', message: 'm', given: 'g', fix: 'f' },
      { code: 'MS2014', severity: 'warning', path: 'shop/cart', message: 'w', given: 'g', fix: 'f' },
    ]);
  });

  test('fails the validation of any App; a warning does not', () => {
    const { construct } = tree();
    report(construct, PROBLEM, WARNING);
    expect(construct.node.validate()).toEqual(['error MS2004 shop/cart: m\n  g\n  f']);
  });

  test('throws under an App of cdk8s, in our words', () => {
    const { chart, construct } = tree();
    report(construct, PROBLEM);
    expect(() => Testing.synth(chart)).toThrow(/error MS2004 shop\/cart: m/);
  });

  test('none is no validation', () => {
    const { construct } = tree();
    report(construct);
    expect(construct.node.validate()).toEqual([]);
  });
});

describe('a check', () => {
  test('is made at each validation, of the program as it is then', () => {
    const { construct } = tree();
    const problems: Problem[] = [];
    check(construct, () => problems);
    expect(codes(construct)).toEqual([]);
    problems.push(PROBLEM);
    expect(codes(construct)).toEqual(['MS2004']);
    expect(codes(construct)).toEqual(['MS2004']);
  });

  test('that throws is a finding and keeps no other from being made', () => {
    const { construct } = tree();
    check(construct, () => {
      throw new TypeError('x is undefined\nand more');
    });
    check(construct, () => [PROBLEM]);
    expect(codes(construct)).toEqual(['MS0001', 'MS2004']);
    expect(lastFindings(construct)[0]).toMatchObject({ message: expect.stringContaining('x is undefined') });
    expect(lastFindings(construct)[0]!.message).not.toContain('\n');
  });

  test('keeps its other rules where one throws, and names that one with the property that it read', () => {
    const { construct } = tree();
    const rule = (evaluate: Rule<Facts>['evaluate']): Rule<Facts> => ({ ...CATALOGUE.get('MS2004')!, evaluate });
    const rules = [
      rule(({ ports }) => ports.filter(({ name }) => name.length > 15).map(() => PROBLEM)),
      rule(() => [PROBLEM]),
    ];
    const hole = undefined as unknown as string;
    check(construct, () => evaluateRules(rules, { ports: Object.freeze([{ name: 'http' }, { name: hole }]) }));
    expect(codes(construct)).toEqual(['MS0019', 'MS2004']);
    expect(lastFindings(construct)[0]).toMatchObject({
      path: 'shop/cart',
      message: expect.stringMatching(/^rule MS2004 .*undefined/),
      given: 'it read ports[1].name last',
    });
  });

  test('keeps its other parts where one throws', () => {
    const { construct } = tree();
    const throwing = (): Problem[] => {
      throw new RangeError('too deep');
    };
    check(construct, () => eachApart({ 'the mesh': throwing, 'the delivery': () => [PROBLEM] }));
    expect(codes(construct)).toEqual(['MS0019', 'MS2004']);
    expect(lastFindings(construct)[0]!.message).toBe('the check of the mesh threw: too deep');
  });

  test('of the rendered object renders it itself, unless the App does', () => {
    const { app, construct } = tree();
    const asked: boolean[] = [];
    checkRendered(construct, (rendered) => {
      asked.push(rendered);
      return [PROBLEM];
    });
    expect(codes(construct)).toEqual(['MS2004']);
    renderingOnce(app, () => {
      expect(codes(construct)).toEqual([]);
      expect(renderedFindings(construct).map(({ code }) => code)).toEqual(['MS2004']);
    });
    expect(asked).toEqual([false, true]);
  });
});

describe('an acknowledgement', () => {
  test.each(['construct', 'chart', 'app'] as const)('at the %s covers it and what is below', (at) => {
    const all = tree();
    acknowledge(all[at], 'MS2004', REASON, CATALOGUE);
    report(all.construct, PROBLEM);
    expect(all.construct.node.validate()).toEqual([]);
    expect(lastFindings(all.construct)).toMatchObject([{ code: 'MS2004', severity: 'error', acknowledged: REASON }]);
    expect(unusedAcknowledgements(all[at])).toEqual([]);
  });

  test('does not cover what is above or beside', () => {
    const { chart, construct } = tree();
    acknowledge(construct, 'MS2004', REASON, CATALOGUE);
    const beside = new Construct(chart, 'web');
    for (const other of [chart, beside]) {
      report(other, PROBLEM);
      expect(other.node.validate()).toHaveLength(1);
    }
  });

  test('does not cover other codes', () => {
    const { construct } = tree();
    acknowledge(construct, 'MS2006', REASON, CATALOGUE);
    report(construct, PROBLEM);
    expect(construct.node.validate()).toHaveLength(1);
  });

  test('may come after the problem', () => {
    const { construct } = tree();
    report(construct, PROBLEM);
    acknowledge(construct, 'MS2004', REASON, CATALOGUE);
    expect(construct.node.validate()).toEqual([]);
  });

  test('the nearest one gives its reason', () => {
    const { chart, construct } = tree();
    acknowledge(chart, 'MS2004', 'for the whole of the chart', CATALOGUE);
    acknowledge(construct, 'MS2004', REASON, CATALOGUE);
    report(construct, PROBLEM);
    construct.node.validate();
    expect(lastFindings(construct)).toMatchObject([{ acknowledged: REASON }]);
  });

  test('that nothing needs is a warning', () => {
    const { construct } = tree();
    acknowledge(construct, 'MS2004', REASON, CATALOGUE);
    construct.node.validate();
    expect(unusedAcknowledgements(construct)).toMatchObject([
      { code: 'MS0007', severity: 'warning', path: 'shop/cart', given: expect.stringContaining('MS2004') },
    ]);
  });

  test.each([
    ['a code that is none', 'MS9999', REASON],
    ['a name that every object has', 'constructor', REASON],
    ['a code that Kubernetes would not forgive', 'MS1007', REASON],
    ['no reason', 'MS2004', ''],
    ['a reason that says nothing', 'MS2004', '         ok         '],
  ])('of %s is a finding itself', (_, code, reason) => {
    const { construct } = tree();
    acknowledge(construct, code, reason, CATALOGUE);
    report(construct, { ...PROBLEM, definition: CATALOGUE.get('MS1007')! });
    expect(codes(construct).sort()).toEqual(['MS0008', 'MS1007']);
    expect(unusedAcknowledgements(construct)).toEqual([]);
  });

  test('of a warning is possible', () => {
    const { construct } = tree();
    acknowledge(construct, 'MS2014', REASON, CATALOGUE);
    report(construct, WARNING);
    construct.node.validate();
    expect(lastFindings(construct)).toMatchObject([{ code: 'MS2014', acknowledged: REASON }]);
  });
});

test('constructs without checks have no findings', () => {
  const app: App = Testing.app();
  expect(lastFindings(app)).toEqual([]);
  expect(unusedAcknowledgements(app)).toEqual([]);
  expect(renderedFindings(app)).toEqual([]);
});
