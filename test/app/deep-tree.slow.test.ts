import { Construct } from 'constructs';
import { App, ApplicationStack, Microservice } from '../../lib';

const DEEP = 10_000;

/** Nests constructs below `scope`, to `DEEP` levels or as far as the recursion of `constructs` has stack for. */
function nest(scope: Construct): Construct[] {
  const nested = [scope];
  try {
    while (nested.length < DEEP) nested.push(new Construct(nested[nested.length - 1]!, 'c'));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return nested;
}

test('constructs nested deeper than the stack are checked and rendered', () => {
  const app = new App();
  const nested = nest(new ApplicationStack(app, 'shop'));
  const halfway = nested[nested.length >> 1]!;
  new Microservice(halfway, 'cart', { image: 'cart' });
  new Microservice(halfway, 'web', { image: 'web:1.0.0' });
  expect(app.validate().map(({ code }) => code)).toEqual(['MS1005']);
});

test('a chain of references that is longer than the stack is rendered in its order', () => {
  const app = new App();
  const env: Record<string, string> = { V9999: 'last' };
  for (let at = 0; at < 9_999; at += 1) env[`V${at}`] = `$(V${at + 1})`;
  new Microservice(new ApplicationStack(app, 'shop'), 'cart', { image: 'cart:1.0.0', env });
  expect(app.validate()).toEqual([]);
  const yaml = app.synthYaml();
  expect(yaml.indexOf('name: V9999')).toBeLessThan(yaml.indexOf('name: V9998'));
  expect(yaml.indexOf('name: V1\n')).toBeLessThan(yaml.indexOf('name: V0\n'));
});
