import type { LocatedObject } from '../../manifests';
import { connectionsAmong } from './connections';
import type { Verdict } from './cyclonus';
import { declaredIn } from './declared';
import { judgeConnections, judgeSides } from './judgement';
import { deployment, located, service } from './testing';

const OBJECTS = located(
  deployment('web', { env: [{ name: 'CART', value: 'cart:80' }] }),
  deployment('cart', { ports: [{ containerPort: 8080 }] }),
  service('cart', { ports: [{ port: 80, targetPort: 8080 }] }),
);
const CLOSED: Verdict = { egress: false, ingress: false };
const OPEN: Verdict = { egress: true, ingress: true };

/** The answers of a network that refuses all but what is said. */
function problems(
  judge: typeof judgeConnections,
  verdicts: Readonly<Record<string, Verdict>>,
  objects: readonly LocatedObject[] = OBJECTS,
): string[] {
  const answers = connectionsAmong(objects).map((connection) => ({
    connection,
    verdict: verdicts[`${connection.from.title} -> ${connection.to.title}:${connection.port.number}`] ?? CLOSED,
  }));
  return judge(answers, declaredIn(objects)).problems.map(
    ({ object, place, message }) => `${object} (${place}): ${message}`,
  );
}

const DECLARED = {
  'Deployment shop/web -> Deployment shop/cart:8080': OPEN,
  'Deployment shop/web -> the name server:53': OPEN,
};

test('what is declared, and nothing else, is no problem', () => {
  expect(problems(judgeConnections, DECLARED)).toEqual([]);
  expect(problems(judgeSides, DECLARED)).toEqual([]);
});

test('what nobody declared is a problem of the callee', () => {
  expect(problems(judgeConnections, { ...DECLARED, 'Deployment shop/cart -> Deployment shop/web:1': OPEN })).toEqual([
    'Deployment shop/web (shop.yaml:1): Deployment shop/cart may call Deployment shop/web on port 1/TCP, which ' +
      'nobody declared',
  ]);
});

test('or of the caller, where the callee is not ours', () => {
  expect(
    problems(judgeConnections, { ...DECLARED, 'Deployment shop/cart -> the address 198.51.100.7:1': OPEN }),
  ).toEqual([
    'Deployment shop/cart (shop.yaml:2): Deployment shop/cart may call the address 198.51.100.7 on port 1/TCP, ' +
      'which nobody declared',
  ]);
});

test('what is declared and refused is a problem of the side that refuses', () => {
  const refusing = (verdict: Verdict) =>
    problems(judgeConnections, { ...DECLARED, 'Deployment shop/web -> Deployment shop/cart:8080': verdict });
  const refused = 'Deployment shop/web may not call Deployment shop/cart on port 8080/TCP, which is declared';
  expect(refusing({ egress: false, ingress: true })).toEqual([
    `Deployment shop/web (shop.yaml:1): ${refused}: the egress policies of the caller refuse it`,
  ]);
  expect(refusing({ egress: true, ingress: false })).toEqual([
    `Deployment shop/cart (shop.yaml:2): ${refused}: the ingress policies of the callee refuse it`,
  ]);
});

test('one side that lets what nobody declared is a problem of that side alone', () => {
  const verdicts = { ...DECLARED, 'Deployment shop/cart -> Deployment shop/web:1': { egress: true, ingress: false } };
  expect(problems(judgeConnections, verdicts)).toEqual([]);
  expect(problems(judgeSides, verdicts)).toEqual([
    'Deployment shop/cart (shop.yaml:2): its egress policies let calls of Deployment shop/cart to Deployment ' +
      'shop/web on port 1/TCP, which nobody declared',
  ]);
});
