import { ApiObject } from 'cdk8s';
import { isLabelValue, isQualifiedName } from '../../../lib/emit/kubernetes';
import { Port, Scaling } from '../../../lib/values';
import { Platform } from '../../../lib/platform';
import { cart, codesOf, deploymentOf, renderedAll, rendered, shop } from './program';

const OWN = {
  'app.kubernetes.io/name': 'cart',
  'app.kubernetes.io/instance': 'cart',
  'app.kubernetes.io/part-of': 'shop',
  'app.kubernetes.io/managed-by': 'cdk8s-microservice',
};

function everyObject() {
  const stack = shop({ defaults: { metadata: { labels: { team: 'a', tier: 'gold' } } } });
  const microservice = cart(
    {
      ports: [Port.http(80)],
      scaling: Scaling.onCpu({ max: 4 }),
      metadata: { labels: { tier: 'silver' }, component: 'api' },
    },
    stack,
  );
  microservice.expose({ public: true });
  microservice.calls(microservice);
  return {
    microservice,
    objects: microservice.node
      .findAll()
      .filter((construct) => ApiObject.isApiObject(construct))
      .map((object) => object.toJson()),
  };
}

test('every object carries the recommended labels and those stated, the nearest statement counting', () => {
  for (const { metadata } of everyObject().objects) {
    expect(metadata.labels).toMatchObject({ ...OWN, 'app.kubernetes.io/component': 'api', team: 'a', tier: 'silver' });
  }
});

test('pods carry the same labels, and the version of the image', () => {
  const { metadata, spec } = deploymentOf(everyObject().microservice);
  expect(spec.template.metadata.labels).toEqual({
    ...OWN,
    'app.kubernetes.io/component': 'api',
    'app.kubernetes.io/version': '1.4.2',
    team: 'a',
    tier: 'silver',
  });
  expect(metadata.labels).toEqual(spec.template.metadata.labels);
});

test('no selector holds more than name and instance', () => {
  const selectors: unknown[] = [];
  const collect = (value: unknown, key = ''): void => {
    if (value === null || typeof value !== 'object') return;
    if (key === 'selector' || key === 'podSelector' || key === 'labelSelector')
      selectors.push((value as { matchLabels?: object }).matchLabels ?? value);
    for (const [field, inner] of Object.entries(value)) collect(inner, field);
  };
  for (const { kind, spec } of everyObject().objects) if (kind !== 'NetworkPolicy') collect(spec);
  collect(rendered('NetworkPolicy', cart().networkPolicy).spec.podSelector, 'selector');
  expect(selectors.length).toBeGreaterThan(5);
  for (const selector of selectors)
    expect(selector).toEqual({ 'app.kubernetes.io/name': 'cart', 'app.kubernetes.io/instance': 'cart' });
});

test.each([
  ['ghcr.io/acme/cart:1.4.2', '1.4.2'],
  [`ghcr.io/acme/cart:1.4.2@sha256:${'0a'.repeat(32)}`, '1.4.2'],
  [`ghcr.io/acme/cart@sha256:${'0a'.repeat(32)}`, undefined],
  ['ghcr.io/acme/cart:1.4.2-', undefined],
  [`ghcr.io/acme/cart:${'1'.repeat(64)}`, undefined],
])('the version label of %s is %s', (image, version) => {
  expect(deploymentOf(cart({ image })).metadata.labels['app.kubernetes.io/version']).toBe(version);
});

test('the version is that of the image that the platform hands over', () => {
  const platform = new Platform({ images: { cart: 'ghcr.io/acme/cart:9' } });
  expect(deploymentOf(cart({ image: 'cart' }, shop({ platform }))).metadata.labels['app.kubernetes.io/version']).toBe(
    '9',
  );
});

test('only the workload, which changes with the image, says its version', () => {
  const { microservice } = everyObject();
  for (const service of renderedAll('Service', microservice))
    expect(service.metadata.labels).not.toHaveProperty('app.kubernetes.io/version');
});

test.each(['app.kubernetes.io/name', 'app.kubernetes.io/version', 'app.kubernetes.io/part-of'])(
  '%s belongs to the library',
  (label) => {
    const microservice = cart({ metadata: { labels: { [label]: 'mine' } } });
    expect(codesOf(microservice)).toEqual(['MS1025']);
    expect(deploymentOf(microservice).spec.selector.matchLabels['app.kubernetes.io/name']).toBe('cart');
  },
);

test.each([
  ['a', true],
  ['', true],
  ['A_b.c-1', true],
  ['-a', false],
  ['a-', false],
  ['a b', false],
  ['x'.repeat(63), true],
  ['x'.repeat(64), false],
])('%j is a label value: %s', (value, is) => {
  expect(isLabelValue(value)).toBe(is);
});

test.each([
  ['team', true],
  ['acme.io/team', true],
  ['Acme.io/team', false],
  ['a/b/c', false],
  ['', false],
  ['acme.io/', false],
  ['/team', false],
  [`${'a'.repeat(64)}`, false],
])('%j is a key: %s', (key, is) => {
  expect(isQualifiedName(key)).toBe(is);
});
