import { MicroserviceReference } from '../lib/microservice-reference';
import { Port } from '../lib/model';
import { cart, codesOf, environmentOf, findingsOf, rendered } from './kubernetes/program';

const pods = (name: string) => ({ podSelector: { matchLabels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': name } } });

test('says name and namespace; ports only where it is called', () => {
  const reference = new MicroserviceReference({ name: 'pay', namespace: 'bank' });
  expect(reference).toMatchObject({ name: 'pay', namespace: 'bank' });
});

test('can be called: the caller\'s half', () => {
  const microservice = cart();
  microservice.calls(new MicroserviceReference({ name: 'pay', namespace: 'bank', ports: [Port.grpc(7070, { targetPort: 9000 })] }));
  expect(environmentOf(microservice)).toEqual([['PAY_ADDR', 'pay.bank.svc:7070']]);
  expect(rendered('NetworkPolicy', microservice.networkPolicy).spec.egress).toContainEqual({
    to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'bank' } }, ...pods('pay') }], ports: [{ port: 9000, protocol: 'TCP' }],
  });
  expect(codesOf(microservice)).toEqual([]);
});

test('can call: the callee\'s half', () => {
  const microservice = cart({ ports: [Port.grpc(7070)] });
  microservice.acceptsCallsFrom(new MicroserviceReference({ name: 'web', namespace: 'front' }));
  expect(rendered('NetworkPolicy', microservice.networkPolicy).spec.ingress).toEqual([{
    from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'front' } }, ...pods('web') }], ports: [{ port: 7070, protocol: 'TCP' }],
  }]);
  expect(environmentOf(microservice)).toEqual([]);
  expect(codesOf(microservice)).toEqual([]);
});

test('a caller in the same namespace is named without it', () => {
  const microservice = cart({ ports: [Port.grpc(7070)] });
  microservice.acceptsCallsFrom(new MicroserviceReference({ name: 'web', namespace: 'shop' }));
  expect(rendered('NetworkPolicy', microservice.networkPolicy).spec.ingress[0]!.from).toEqual([pods('web')]);
});

test('a caller in another cluster needs the callee to be exposed', () => {
  const microservice = cart({ ports: [Port.grpc(7070)] });
  microservice.acceptsCallsFrom(new MicroserviceReference({ name: 'web', namespace: 'front', cluster: 'west' }));
  expect(codesOf(microservice)).toEqual(['MS2010']);
  microservice.expose({ host: 'cart.example' });
  expect(codesOf(microservice)).toEqual([]);
});

test('a half is checked as a whole: its port must be there', () => {
  const microservice = cart({ ports: [Port.grpc(7070)] });
  microservice.acceptsCallsFrom(new MicroserviceReference({ name: 'web', namespace: 'front' }), { port: 1 });
  expect(findingsOf(microservice)).toMatchObject([{ code: 'MS2001', path: 'shop/cart' }]);
});

test('a half is stated once', () => {
  const microservice = cart({ ports: [Port.grpc(7070)] });
  for (let i = 0; i < 2; i++) microservice.acceptsCallsFrom(new MicroserviceReference({ name: 'web', namespace: 'front' }));
  expect(codesOf(microservice)).toEqual(['MS2005']);
});

test('names that Kubernetes refuses are found where the call is stated', () => {
  const microservice = cart();
  microservice.calls(new MicroserviceReference({ name: 'Pay', namespace: 'bank', ports: [Port.grpc(7070)] }));
  expect(findingsOf(microservice)).toMatchObject([{ code: 'MS2018', path: 'shop/cart' }]);
});
