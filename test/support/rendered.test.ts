import { App, Chart, Testing } from 'cdk8s';
import { Manifest } from '../../lib/emit/kubernetes/manifest';
import { allowInvalidManifests, beginTest, endTest } from './rendered';

/** A chart with one ConfigMap, whose data is as given. */
function chartWith(data: unknown, app = Testing.app()): Chart {
  const chart = new Chart(app, 'shop');
  new Manifest(chart, 'cart', { apiVersion: 'v1', kind: 'ConfigMap', name: 'cart', fields: { data: () => data } });
  return chart;
}

const REFUSED =
  /a cluster would refuse what this test rendered:\n {2}ConfigMap cart \/data\/size: must be string {2}\(shop\/cart\)$/;

test('an invalid object that a test synthesizes fails it', () => {
  Testing.synth(chartWith({ size: 3 }));
  expect(endTest).toThrow(REFUSED);
});

test('so does one that an App writes', () => {
  const app = new App({ outdir: Testing.app().outdir });
  chartWith({ size: 3 }, app);
  app.synth();
  expect(endTest).toThrow(REFUSED);
});

test('a problem that is rendered twice is told once', () => {
  const chart = chartWith({ size: 3 });
  Testing.synth(chart);
  Testing.synth(chart);
  expect(endTest).toThrow(REFUSED);
});

test('nothing is said of a valid object', () => {
  Testing.synth(chartWith({ size: '3' }));
  expect(endTest).not.toThrow();
});

test('nor of a program with errors, of which nothing is written', () => {
  const chart = chartWith({ size: 3 });
  chart.node.children[0]!.node.addValidation({ validate: () => ['the size is no text'] });
  expect(() => Testing.synth(chart)).toThrow('the size is no text');
  (chart.node.children[0] as Manifest).toJson();
  expect(endTest).not.toThrow();
});

test('a test may say that it renders what a cluster would refuse', () => {
  allowInvalidManifests('shows what opting out does');
  Testing.synth(chartWith({ size: 3 }));
  expect(endTest).not.toThrow();
});

test('opting out without need fails', () => {
  allowInvalidManifests('there was a reason once');
  Testing.synth(chartWith({ size: '3' }));
  expect(endTest).toThrow("every manifest is valid: remove allowInvalidManifests('there was a reason once')");
});

test('opting out holds for one test', () => {
  allowInvalidManifests('holds until the next test');
  beginTest();
  Testing.synth(chartWith({ size: 3 }));
  expect(endTest).toThrow(REFUSED);
});

test('opting out needs a reason', () => {
  expect(() => {
    allowInvalidManifests('because');
  }).toThrow('needs a reason');
});

describe('opting out for several tests', () => {
  allowInvalidManifests('holds for all tests here');

  test('covers one that renders something invalid', () => {
    Testing.synth(chartWith({ size: 3 }));
    expect(endTest).not.toThrow();
  });

  test('and one that does not', () => {
    expect(endTest).not.toThrow();
  });
});

describe('what is rendered before all tests', () => {
  beforeAll(() => {
    Testing.synth(chartWith({ size: 3 }));
  });

  test('counts for the first', () => {
    expect(endTest).toThrow(REFUSED);
  });

  test('and for no other', () => {
    expect(endTest).not.toThrow();
  });
});

test('the class is watched in a second copy of the library too', () => {
  jest.resetModules();
  const cdk8s = jest.requireActual<typeof import('cdk8s')>('cdk8s');
  const copy = jest.requireMock<typeof import('../../lib/emit/kubernetes/manifest')>(
    '../../lib/emit/kubernetes/manifest',
  );
  const chart = new cdk8s.Chart(cdk8s.Testing.app(), 'shop');
  new copy.Manifest(chart, 'cart', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name: 'cart',
    fields: { data: () => ({ size: 3 }) },
  });
  expect(copy.Manifest).not.toBe(Manifest);
  cdk8s.Testing.synth(chart);
  expect(endTest).toThrow(REFUSED);
});
