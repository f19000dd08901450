import { App, ApplicationStack, Microservice, Port } from '../../lib';
import { formatJson, formatReport, shownText } from '../../lib/errors';

test('unseen characters are shown as escapes', () => {
  expect(shownText('a\nb\r\t\u001b[31m\u0000\u0085\u202e\u2028\ud800')).toBe(
    'a\\nb\\r\\t\\u001b[31m\\u0000\\u0085\\u202e\\u2028\\ud800',
  );
  expect(shownText('käse 💥')).toBe('käse 💥');
});

test('long values are shortened', () => {
  expect(shownText(`it was '${'x'.repeat(5000)}'`).length).toBeLessThan(140);
  expect(shownText('x '.repeat(5000)).length).toBeLessThanOrEqual(2000);
});

test.each([
  ["container cart has DB_PASSWORD='hunter2'", 'hunter2'],
  ['args had --api-key=abc123def', 'abc123def'],
  ['it was amqp://shop:hunter2@broker:5672', 'hunter2'],
  ['it was redis://:hunter2@broker', 'hunter2'],
  ['{"name":"API_TOKEN","value":"hunter2"}', 'hunter2'],
  ['{"clientSecret":"hunter\\"2"}', 'hunter'],
  ['it was -----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----', 'MIIE'],
])('%s is masked', (text, secret) => {
  expect(shownText(text)).not.toContain(secret);
  expect(shownText(text)).toContain('***');
});

test.each(["it has TOKEN_FILE='/run/token'", "tlsSecretName='shop-tls'", "LEVEL='debug'"])('%s is shown', (text) => {
  expect(shownText(text)).toBe(text);
});

describe('every report of a program', () => {
  const SECRET = 'hunter2-of-the-shop';
  const found = (state: (stack: ApplicationStack) => void) => {
    const app = new App();
    state(new ApplicationStack(app, 'shop'));
    const findings = app.validate();
    expect(findings.length).toBeGreaterThan(0);
    return formatReport(findings) + formatJson(findings);
  };
  const image = 'cart:1.0.0';

  test.each<[string, (stack: ApplicationStack) => void]>([
    [
      'a variable that is declared twice',
      (stack) => {
        const cart = new Microservice(stack, 'cart', { image, ports: [Port.http(80)] });
        new Microservice(stack, 'web', { image, env: { DB_PASSWORD: SECRET } }).calls(cart, {
          addressEnv: 'DB_PASSWORD',
        });
      },
    ],
    [
      'a wrong type',
      (stack) => new Microservice(stack, 'cart', { image, env: { DB_PASSWORD: [SECRET] as unknown as string } }),
    ],
    [
      'a patch without effect',
      (stack) => {
        const cart = new Microservice(stack, 'cart', { image, env: { DB_PASSWORD: SECRET } });
        cart.patchVariable('cart', 'DB_PASSWORD', { value: SECRET });
      },
    ],
    [
      'the same value as an argument',
      (stack) => new Microservice(stack, 'cart', { image: SECRET, env: { DB_PASSWORD: SECRET } }),
    ],
  ])('masks the value of a secret variable: %s', (_, state) => {
    expect(found(state).toLowerCase()).not.toContain(SECRET);
  });

  test('has a line for each line', () => {
    const text = found(
      (stack) => new Microservice(stack, 'ca\u001b]0;x\u0007rt\nerror MS0000 shop: forged', { image: 'a\nb' }),
    );
    // eslint-disable-next-line no-control-regex -- none of them may be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(text).not.toMatch(/^error MS0000/m);
  });
});

test.each([
  ['a host', "host was 'u:p4ssw0rdxx@db.example.com'", "host was 'u:***@db.example.com'"],
  ['an image', "the image of container cart was 'u:s3cr3tpass@reg.example/x:1'", "'u:***@reg.example/x:1'"],
  ['an address in brackets', "host was 'u:p4ss@[fd00::1]:80'", "'u:***@[fd00::1]:80'"],
])('a password before %s without a scheme is masked', (_, text, shown) => {
  expect(shownText(text)).toContain(shown);
});

test.each([
  "'registry.example/cart:1.0.0@sha256:0a1b'",
  "'registry.example:5000/cart@sha256:0a1b'",
  "'mail@example.com'",
])('%s holds no password', (text) => {
  expect(shownText(`it was ${text}`)).toBe(`it was ${text}`);
});

test('costs no more than the length of a text', () => {
  for (const part of ['x', 'a.', 'u:', 'http://a', "'a'=", '"a":'])
    expect(shownText(part.repeat(50_000)).length).toBeLessThanOrEqual(2000);
});
