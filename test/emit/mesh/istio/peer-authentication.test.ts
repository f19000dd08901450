import { Port } from '../../../../lib';
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
