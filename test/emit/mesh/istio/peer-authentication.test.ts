import { MicroserviceReference, Port } from '../../../../lib';
import { all, find } from '../../../support/manifests';
import { codesOf } from '../../kubernetes/program';
import { IstioProgram, labelsOf, PROMETHEUS } from './program';

const METRICS = Port.http(9090, { name: 'metrics', targetPort: 9091, servesMetrics: true });

function scraped(...ports: Port[]) {
  const program = new IstioProgram({}, { scrapers: [PROMETHEUS] });
  return { program, web: program.serve('web'), cart: program.serve('cart', { ports }) };
}

test('the port of metrics takes plain text, by the port of the container, and all others refuse it', () => {
  const { program, web, cart } = scraped(Port.http(80), METRICS);
  web.calls(cart, { port: 80 });
  expect(find(program.written(), 'PeerAuthentication', 'cart').spec).toEqual({
    selector: { matchLabels: labelsOf('cart') },
    mtls: { mode: 'STRICT' },
    portLevelMtls: { 9091: { mode: 'PERMISSIVE' } },
  });
});

test('only who serves metrics has one, and only where somebody scrapes', () => {
  expect(
    all(scraped(METRICS).program.written(), 'PeerAuthentication')
      .map(({ metadata }) => metadata.name)
      .sort(),
  ).toEqual(['cart', 'default']);
  expect(all(scraped(Port.http(80)).program.written(), 'PeerAuthentication')).toHaveLength(1);
  const unscraped = new IstioProgram();
  unscraped.serve('cart', { ports: [METRICS] });
  expect(all(unscraped.written(), 'PeerAuthentication')).toHaveLength(1);
});

test('a port that callers use too is an error: it would be open to everybody', () => {
  const { program, web, cart } = scraped(Port.http(80, { servesMetrics: true }));
  web.calls(cart);
  expect(codesOf(program.shop)).toEqual(['MS4007']);
});

describe('a caller outside of the mesh', () => {
  const PROBER = new MicroserviceReference({ name: 'prober', namespace: 'ops', podLabels: {}, inMesh: false });
  const ADMIN = Port.http(81, { name: 'admin', targetPort: 8081 });

  function called(options = {}) {
    const program = new IstioProgram();
    const [web, cart] = [program.serve('web'), program.serve('cart', { ports: [Port.http(80), ADMIN] })];
    web.calls(cart, { port: 80 });
    web.calls(cart, { port: 81, addressEnv: 'CART_ADMIN' });
    cart.acceptsCallsFrom(PROBER, { port: 81, ...options });
    return program;
  }

  test('gets plain text on the port that it calls, and on no other', () => {
    const program = called();
    expect(find(program.written(), 'PeerAuthentication', 'cart').spec).toEqual({
      selector: { matchLabels: labelsOf('cart') },
      mtls: { mode: 'STRICT' },
      portLevelMtls: { 8081: { mode: 'PERMISSIVE' } },
    });
    expect(codesOf(program.shop)).toEqual([]);
  });

  test('is let in by the lack of an identity, within its requests, and lets no other workload in', () => {
    const { rules } = find(called({ operation: { methods: ['GET'] } }).written(), 'AuthorizationPolicy', 'cart').spec;
    expect(rules).toEqual([
      { from: [{ source: { serviceAccounts: ['shop/web'] } }], to: [{ operation: { ports: ['80'] } }] },
      { from: [{ source: { serviceAccounts: ['shop/web'] } }], to: [{ operation: { ports: ['8081'] } }] },
      { from: [{ source: { notPrincipals: ['*'] } }], to: [{ operation: { ports: ['8081'], methods: ['GET'] } }] },
    ]);
  });

  test('has no route: no proxy of its own would follow it', () => {
    const program = called();
    const { http } = find(program.written(), 'VirtualService', 'cart').spec;
    expect(JSON.stringify(http)).not.toContain('prober');
  });
});
