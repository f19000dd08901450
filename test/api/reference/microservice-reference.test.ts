import { ApiObject, Testing } from 'cdk8s';
import * as fc from 'fast-check';
import { ApplicationStack } from '../../../lib/api/application-stack';
import { Microservice } from '../../../lib/api/workload/microservice';
import type { MicroserviceProps } from '../../../lib/api/workload/microservice-props';
import { MicroserviceReference } from '../../../lib/api/reference/microservice-reference';
import { CallOptions, Port } from '../../../lib/values';
import { cart, codesOf, environmentOf, findingsOf, rendered } from '../../emit/kubernetes/program';

const pods = (name: string) => ({
  podSelector: { matchLabels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': name } },
});

test('says name and namespace; ports only where it is called', () => {
  const reference = new MicroserviceReference({ name: 'pay', namespace: 'bank' });
  expect(reference).toMatchObject({ name: 'pay', namespace: 'bank' });
});

test("can be called: the caller's half", () => {
  const microservice = cart();
  microservice.calls(
    new MicroserviceReference({ name: 'pay', namespace: 'bank', ports: [Port.grpc(7070, { targetPort: 9000 })] }),
  );
  expect(environmentOf(microservice)).toEqual([['PAY_ADDR', 'pay.bank.svc:7070']]);
  expect(rendered('NetworkPolicy', microservice.networkPolicy).spec.egress).toContainEqual({
    to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'bank' } }, ...pods('pay') }],
    ports: [{ port: 9000, protocol: 'TCP' }],
  });
  expect(codesOf(microservice)).toEqual([]);
});

test("can call: the callee's half", () => {
  const microservice = cart({ ports: [Port.grpc(7070)] });
  microservice.acceptsCallsFrom(new MicroserviceReference({ name: 'web', namespace: 'front' }));
  expect(rendered('NetworkPolicy', microservice.networkPolicy).spec.ingress).toEqual([
    {
      from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'front' } }, ...pods('web') }],
      ports: [{ port: 7070, protocol: 'TCP' }],
    },
  ]);
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
  microservice.expose({ public: true, host: 'cart.example' });
  expect(codesOf(microservice)).toEqual([]);
});

test('a half is checked as a whole: its port must be there', () => {
  const microservice = cart({ ports: [Port.grpc(7070)] });
  microservice.acceptsCallsFrom(new MicroserviceReference({ name: 'web', namespace: 'front' }), { port: 1 });
  expect(findingsOf(microservice)).toMatchObject([{ code: 'MS2001', path: 'shop/cart' }]);
});

test('a half is stated once', () => {
  const microservice = cart({ ports: [Port.grpc(7070)] });
  for (let i = 0; i < 2; i++)
    microservice.acceptsCallsFrom(new MicroserviceReference({ name: 'web', namespace: 'front' }));
  expect(codesOf(microservice)).toEqual(['MS2005']);
});

test('pods of an operator have the labels that the reference states, and any where it states none', () => {
  const microservice = cart({ ports: [Port.grpc(7070)] });
  const labels = { 'app.example/cluster': 'orders', role: 'primary' };
  microservice.calls(
    new MicroserviceReference({ name: 'orders-rw', namespace: 'db', ports: [Port.tcp(5432)], podLabels: labels }),
  );
  microservice.acceptsCallsFrom(new MicroserviceReference({ name: 'any', namespace: 'jobs', podLabels: {} }));
  const { ingress, egress } = rendered('NetworkPolicy', microservice.networkPolicy).spec;
  const namespaceSelector = (name: string) => ({ matchLabels: { 'kubernetes.io/metadata.name': name } });
  expect(egress).toContainEqual({
    to: [{ namespaceSelector: namespaceSelector('db'), podSelector: { matchLabels: labels } }],
    ports: [{ port: 5432, protocol: 'TCP' }],
  });
  expect(ingress).toEqual([
    {
      from: [{ namespaceSelector: namespaceSelector('jobs'), podSelector: {} }],
      ports: [{ port: 7070, protocol: 'TCP' }],
    },
  ]);
  expect(environmentOf(microservice)).toEqual([['ORDERS_RW_ADDR', 'orders-rw.db.svc:5432']]);
  expect(codesOf(microservice)).toEqual([]);
});

test('names that Kubernetes refuses are found where the call is stated', () => {
  const microservice = cart();
  microservice.calls(new MicroserviceReference({ name: 'Pay', namespace: 'bank', ports: [Port.grpc(7070)] }));
  expect(findingsOf(microservice)).toMatchObject([{ code: 'MS2018', path: 'shop/cart' }]);
});

describe('halves', () => {
  interface Edge {
    readonly from: 'web' | 'cart' | 'db';
    readonly to: 'web' | 'cart' | 'db';
    readonly options: CallOptions;
  }
  const PROPS: Record<Edge['from'], MicroserviceProps & { readonly ports: Port[] }> = {
    web: { image: 'acme/web:1', ports: [Port.http(80, { targetPort: 8080 })] },
    cart: { image: 'acme/cart:1', ports: [Port.grpc(7070), Port.http(9090, { name: 'admin' })] },
    db: { image: 'acme/db:1', ports: [Port.tcp(5432)], pod: { headless: true } },
  };
  const NAMES = ['web', 'cart', 'db'] as const;

  function whole(edges: readonly Edge[], namespaces: Record<string, string>): Map<string, unknown> {
    const app = Testing.app();
    const stacks = new Map<string, ApplicationStack>();
    const stackOf = (name: string) => {
      const id = namespaces[name]!;
      if (!stacks.has(id)) stacks.set(id, new ApplicationStack(app, id));
      return stacks.get(id)!;
    };
    const all = new Map(NAMES.map((name) => [name, new Microservice(stackOf(name), name, PROPS[name])]));
    for (const { from, to, options } of edges) all.get(from)!.calls(all.get(to)!, options);
    return new Map([...all.values()].flatMap(objects));
  }

  /** Each microservice alone in an app, all others as references. */
  function apart(edges: readonly Edge[], namespaces: Record<string, string>): Map<string, unknown> {
    return new Map(
      NAMES.flatMap((name) => {
        const microservice = new Microservice(
          new ApplicationStack(Testing.app(), namespaces[name]!),
          name,
          PROPS[name],
        );
        const reference = (other: Edge['from']) =>
          new MicroserviceReference({ name: other, namespace: namespaces[other]!, ports: PROPS[other].ports });
        for (const { from, to, options } of edges) {
          if (from === name) microservice.calls(to === name ? microservice : reference(to), options);
          else if (to === name) microservice.acceptsCallsFrom(reference(from), options);
        }
        return objects(microservice);
      }),
    );
  }

  function objects(microservice: Microservice): [string, unknown][] {
    const found = microservice.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
    return found.map((object) => [`${object.kind} ${object.metadata.namespace}/${object.name}`, object.toJson()]);
  }

  const namespaces = fc.record({
    web: fc.constantFrom('a', 'b'),
    cart: fc.constantFrom('a', 'b'),
    db: fc.constantFrom('a', 'b'),
  });
  const edge = fc
    .record({ from: fc.constantFrom(...NAMES), to: fc.constantFrom(...NAMES), admin: fc.boolean() })
    .map(({ from, to, admin }): Edge => ({
      from,
      to,
      options: to === 'cart' ? { port: admin ? 9090 : 7070, addressEnv: admin ? 'CART_ADMIN' : 'CART' } : {},
    }));

  test('synthesized apart equal the whole, object by object', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(edge, { selector: (each) => JSON.stringify(each), maxLength: 8 }),
        namespaces,
        (edges, where) => {
          expect(apart(edges, where)).toEqual(whole(edges, where));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('the order of calls does not change the whole', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(edge, { selector: (each) => JSON.stringify(each), maxLength: 8 }),
        namespaces,
        (edges, where) => {
          expect(whole([...edges].reverse(), where)).toEqual(whole(edges, where));
        },
      ),
      { numRuns: 40 },
    );
  });
});
