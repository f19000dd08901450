import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ConformanceError } from './errors';
import { runSuite } from './runner';
import type { Context, Findings, Problem, Suite } from './suite';

let scratch: string;
let printed: string;

beforeEach(() => {
  scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'runner-'));
  printed = '';
});

afterEach(() => fs.rmSync(scratch, { recursive: true }));

function run(body: (context: Context) => Promise<void>): Promise<boolean> {
  const suite: Suite = {
    name: 'trial',
    decides: 'what the test says',
    judges: [],
    needs: [],
    load: { seconds: 1, cores: 1 },
    run: body,
  };
  return runSuite(suite, {
    systems: [],
    applications: true,
    seed: 1,
    runs: 1,
    scratch,
    results: scratch,
    print: (text) => (printed += `${text}\n`),
  });
}

const findings = (...problems: Problem[]): Promise<Findings> => Promise.resolve({ judged: 3, problems });
const junitFile = () => fs.readFileSync(path.join(scratch, 'trial.xml'), 'utf8');

test('a suite passes where every statement holds', async () => {
  expect(await run(({ judge }) => judge('shop', 'is admitted', () => findings()))).toBe(true);
  expect(printed).toMatch(/ok {4}shop +is admitted +3 +\d\.\d s/);
  expect(printed).toMatch(/trial: passed, 1 of 1 statements hold/);
  const suite = '<testsuite name="trial" tests="1" failures="0" skipped="0" time="[\\d.]+">';
  const testCase = '<testcase classname="trial\\.shop" name="is admitted" time="[\\d.]+"/>';
  expect(junitFile()).toMatch(new RegExp(`${suite}\n {4}${testCase}`));
});

test('a problem fails it, and says where it is', async () => {
  const problem = {
    object: 'Deployment shop/cart',
    place: 'shop.yaml:7',
    construct: 'shop/cart',
    message: 'spec.replicas: "<x>" is no number',
  };
  expect(await run(({ judge }) => judge('shop', 'is admitted', () => findings(problem)))).toBe(false);
  expect(printed).toMatch(/FAIL {2}shop +is admitted/);
  expect(printed).toContain(
    'Deployment shop/cart (shop.yaml:7) construct shop/cart: spec.replicas: "<x>" is no number',
  );
  expect(junitFile()).toContain(
    '<failure message="Deployment shop/cart (shop.yaml:7) construct shop/cart: spec.replicas: ' +
      '&quot;&lt;x&gt;&quot; is no number">',
  );
});

test('nothing to judge is a failure', async () => {
  expect(
    await run(({ judge }) => judge('shop', 'is admitted', () => Promise.resolve({ judged: 0, problems: [] }))),
  ).toBe(false);
  expect(printed).toContain('there was nothing to judge');
});

test('a suite that judges nothing fails', async () => {
  expect(await run(() => Promise.resolve())).toBe(false);
  expect(printed).toContain('trial: FAILED');
});

test('an error of a judge fails its statement and no other', async () => {
  expect(
    await run(async ({ judge }) => {
      await judge('shop', 'is admitted', () => Promise.reject(new ConformanceError('no etcd', 'run `npm run judges`')));
      await judge('depot', 'is admitted', () => findings());
    }),
  ).toBe(false);
  expect(printed).toMatch(/FAIL {2}shop.*\n +no etcd\n +run `npm run judges`\n +ok {4}depot/);
});

test('an error outside any statement fails the suite', async () => {
  expect(
    await run(async ({ judge }) => {
      await judge('shop', 'is admitted', () => findings());
      throw new ConformanceError('no control plane');
    }),
  ).toBe(false);
  expect(printed).toContain('no control plane');
});

describe('a planted defect', () => {
  const defect = { name: 'an unknown field', object: 'Deployment shop/cart', message: /unknown field/ };

  test('that is found is good', async () => {
    expect(
      await run(({ findsPlanted }) =>
        findsPlanted(defect, () => findings({ object: 'Deployment shop/cart', message: 'unknown field "x"' })),
      ),
    ).toBe(true);
  });

  test.each([
    ['nobody found', []],
    ['was found at another object', [{ object: 'Deployment shop/checkout', message: 'unknown field "x"' }]],
    ['was taken for another', [{ object: 'Deployment shop/cart', message: 'it does not exist' }]],
  ])('that %s is not', async (_, problems) => {
    expect(await run(({ findsPlanted }) => findsPlanted(defect, () => findings(...problems)))).toBe(false);
    expect(printed).toContain('Deployment shop/cart: the judges did not say /unknown field/ of it');
  });
});

test('many problems are counted, and all of them stand in the JUnit file', async () => {
  const problems = Array.from({ length: 25 }, (_, at) => ({ message: `problem ${at}.` }));
  await run(({ judge }) => judge('shop', 'is admitted', () => findings(...problems)));
  expect(printed).toContain('problem 19.\n        and 5 more: see the JUnit file');
  expect(junitFile()).toContain('problem 24.');
});
