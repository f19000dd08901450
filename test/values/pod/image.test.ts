import * as fc from 'fast-check';
import { parseImage, resolveImage } from '../../../lib/values';

const DIGEST = `sha256:${'ab'.repeat(32)}`;
const sources = (images: Record<string, string> = {}, registryMirrors: Record<string, string> = {}) => ({
  images,
  registryMirrors,
});

describe('parseImage', () => {
  test.each([
    ['redis', { name: 'redis' }],
    ['redis:7', { name: 'redis', tag: '7' }],
    ['ghcr.io/acme/cart:1.4.2', { name: 'ghcr.io/acme/cart', tag: '1.4.2' }],
    ['localhost:5000/cart', { name: 'localhost:5000/cart' }],
    ['localhost:5000/cart:dev', { name: 'localhost:5000/cart', tag: 'dev' }],
    [`acme/cart@${DIGEST}`, { name: 'acme/cart', digest: DIGEST }],
    [`acme/cart:1@${DIGEST}`, { name: 'acme/cart', tag: '1', digest: DIGEST }],
    ['acme/my__cart.v2--x', { name: 'acme/my__cart.v2--x' }],
  ])('takes %s apart', (image, parts) => {
    expect(parseImage(image)).toEqual(parts);
  });

  test.each([
    '',
    'Redis',
    'acme/Cart:1',
    'redis:',
    ':7',
    'redis:7:8',
    'redis@sha256:12',
    'redis 7',
    'acme//cart',
    '/cart',
    'https://ghcr.io/cart',
    `redis:${'x'.repeat(129)}`,
  ])('refuses %j', (image) => {
    expect(parseImage(image)).toBeUndefined();
  });

  test.each(['a-', 'a', 'a/', 'a.'])('comes to an end on 20,000 times %j', (part) => {
    expect(parseImage(`${part.repeat(20_000)}!`)).toBeUndefined();
  });
});

describe('resolveImage', () => {
  test('leaves a reference as written where the platform says nothing', () => {
    expect(resolveImage('redis:7', sources())).toBe('redis:7');
  });

  test('looks the name up, with or without a tag', () => {
    const images = sources({ cart: `ghcr.io/acme/cart@${DIGEST}` });
    expect(resolveImage('cart', images)).toBe(`ghcr.io/acme/cart@${DIGEST}`);
    expect(resolveImage('cart:1.4.2', images)).toBe(`ghcr.io/acme/cart@${DIGEST}`);
  });

  test('prefers an entry for the exact reference to one for its name', () => {
    expect(resolveImage('cart:2', sources({ cart: 'acme/cart:1', 'cart:2': 'acme/cart:2.0.1' }))).toBe(
      'acme/cart:2.0.1',
    );
  });

  test('keys of every object are no entries of the map', () => {
    expect(resolveImage('constructor', sources())).toBe('constructor');
  });

  test('replaces a registry', () => {
    expect(resolveImage('ghcr.io/acme/cart:1', sources({}, { 'ghcr.io': 'mirror.corp/ghcr' }))).toBe(
      'mirror.corp/ghcr/acme/cart:1',
    );
  });

  test('replaces the longest fitting prefix, and only whole segments', () => {
    const mirrors = sources({}, { 'ghcr.io': 'a.corp', 'ghcr.io/acme': 'b.corp', 'ghcr.io/ac': 'c.corp' });
    expect(resolveImage('ghcr.io/acme/cart:1', mirrors)).toBe('b.corp/cart:1');
    expect(resolveImage('ghcr.io/acmeco/cart:1', mirrors)).toBe('a.corp/acmeco/cart:1');
  });

  test.each(['redis:7', 'library/redis:7', 'docker.io/redis:7', 'docker.io/library/redis:7'])(
    '%s is an official image of Docker Hub',
    (image) => {
      expect(resolveImage(image, sources({}, { 'docker.io': 'mirror.corp/hub' }))).toBe(
        'mirror.corp/hub/library/redis:7',
      );
      expect(resolveImage(image, sources({}, { 'docker.io/library': 'mirror.corp/official' }))).toBe(
        'mirror.corp/official/redis:7',
      );
    },
  );

  test('an owner without a registry is on Docker Hub; a host is not', () => {
    const mirrors = sources({}, { 'docker.io': 'mirror.corp' });
    expect(resolveImage('acme/cart:1', mirrors)).toBe('mirror.corp/acme/cart:1');
    expect(resolveImage('localhost/cart:1', mirrors)).toBe('localhost/cart:1');
    expect(resolveImage('registry:5000/cart:1', mirrors)).toBe('registry:5000/cart:1');
  });

  test('takes what the map says to the mirror', () => {
    expect(resolveImage('cart', sources({ cart: `acme/cart@${DIGEST}` }, { 'docker.io': 'mirror.corp' }))).toBe(
      `mirror.corp/acme/cart@${DIGEST}`,
    );
  });

  test('never loses tag or digest, and is itself a reference', () => {
    const component = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    const name = fc
      .tuple(
        fc.constantFrom('', 'ghcr.io/', 'docker.io/', 'localhost:5000/'),
        fc.array(component, { minLength: 1, maxLength: 3 }),
      )
      .map(([host, parts]) => host + parts.join('/'));
    const suffix = fc.constantFrom('', ':1.2.3', `@${DIGEST}`, `:1@${DIGEST}`);
    const mirrors = fc.dictionary(
      fc.constantFrom('docker.io', 'ghcr.io', 'docker.io/library', 'localhost:5000'),
      fc.constantFrom('mirror.corp', 'mirror.corp:8443/a'),
    );
    fc.assert(
      fc.property(name, suffix, mirrors, (base, end, registryMirrors) => {
        const resolved = resolveImage(base + end, sources({}, registryMirrors));
        expect(parseImage(resolved)).toMatchObject((({ name: _, ...rest }) => rest)(parseImage(base + end)!));
      }),
    );
  });
});
