import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { CALLS } from '../../apps/online-boutique/upstream';
import { readProgramText } from './program-text';

const PROGRAM = `
  const stack = new ApplicationStack(app, 'shop', { platform });
  const server = (name: string, port: Port) => new Microservice(stack, name, { ports: [port] });
  const cart = server('cart-service', Port.grpc(7070));
  const web = new Microservice(stack, 'web', { image, ports: [Port.http(80), Port.tcp(9000, { name: 'raw' })] });
  const job = new Microservice(stack, 'job', { image });
`;

function callsIn(statement: string): ReturnType<typeof readProgramText>['calls'] {
  return readProgramText(PROGRAM + statement).calls;
}

test('microservices, their ports and the namespace', () => {
  const { namespace, ports } = readProgramText(PROGRAM);
  expect(namespace).toBe('shop');
  expect(Object.fromEntries(ports)).toEqual({
    'cart-service': [{ protocol: 'grpc', number: 7070 }],
    web: [
      { protocol: 'http', number: 80 },
      { protocol: 'tcp', number: 9000 },
    ],
    job: [],
  });
});

test.each([
  ['web.calls(cart)', { caller: 'web', callee: 'cart-service' }],
  ["web.calls(cart, { soft: true, addressEnv: 'CART' })", { caller: 'web', callee: 'cart-service' }],
  ['job.calls(web, { ...repeatable, port: 9000 })', { caller: 'job', callee: 'web', port: 9000 }],
  [
    "web.calls(cart, { operation: { methods: ['Get', 'Add'] } })",
    { caller: 'web', callee: 'cart-service', methods: ['Get', 'Add'] },
  ],
  ['if (busy) job.calls(web);', { caller: 'job', callee: 'web' }],
])('%s', (statement, call) => {
  expect(callsIn(statement)).toEqual([call]);
});

test.each([
  ['web.calls(other)', 'other is not a microservice that was read'],
  ['web.calls(cart, { operation: { methods } })', 'methods is not a list of texts'],
  ['web.calls(cart, { operation: { methods: METHODS } })', 'METHODS is not a list of texts'],
  ['web.calls(cart, { port: PORT })', 'PORT is not a number'],
  ["const other = new ApplicationStack(app, 'other', { platform });", 'exactly one stack'],
])('%s cannot be read', (statement, message) => {
  expect(() => callsIn(statement)).toThrow(message);
});

test('the text of Online Boutique states the calls of upstream', () => {
  const file = path.join(__dirname, '../../../apps/online-boutique/online-boutique.ts');
  const { calls, ports } = readProgramText(readFileSync(file, 'utf8'));
  expect(ports.size).toBe(12);
  expect(calls.map(({ caller, callee }) => `${caller} ${callee}`).sort()).toEqual(
    CALLS.map(([caller, callee]) => `${caller} ${callee}`).sort(),
  );
});
