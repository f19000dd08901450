import { App, ApplicationStack, Microservice, Platform, Port } from '../../../lib';
import { find, synthesize } from '../../support/manifests';

const KEYS = ['constructor', 'toString', 'valueOf', 'hasOwnProperty'] as const;

describe.each(KEYS)('the key %s', (key) => {
  const map = { [key]: 'x' };

  function synthesized() {
    const app = new App();
    const stack = new ApplicationStack(app, 'shop', {
      platform: new Platform({ required: { metadata: { labels: map } }, defaults: { metadata: { annotations: map } } }),
    });
    const cart = new Microservice(stack, 'cart', {
      image: 'acme/cart:1',
      ports: [Port.http(8080)],
      env: map,
      metadata: { podAnnotations: map },
      pod: { placement: { nodeSelector: map } },
    });
    cart.expose({ annotations: map, allowedSources: ['10.0.0.0/8'] });
    cart.patch({ metadata: { annotations: { 'example.com/patched': 'yes' } } });
    expect(app.validate()).toEqual([]);
    return synthesize(app);
  }

  test('is a label, an annotation, a node label and a variable like any other', () => {
    const manifests = synthesized();
    const { metadata, spec } = find(manifests, 'Deployment', 'cart');
    const own = (value: unknown) => Object.getOwnPropertyDescriptor(value, key)?.value as unknown;
    expect([metadata.labels, metadata.annotations, spec.template.metadata.labels].map(own)).toEqual(['x', 'x', 'x']);
    expect([spec.template.metadata.annotations, spec.template.spec.nodeSelector].map(own)).toEqual(['x', 'x']);
    expect(spec.template.spec.containers[0]!.env).toContainEqual({ name: key, value: 'x' });
    expect(own(find(manifests, 'Service', 'cart-external').metadata.annotations)).toBe('x');
  });

  test('keeps its place among the keys', () => {
    const keys = Object.keys(find(synthesized(), 'ServiceAccount', 'cart').metadata.labels);
    expect(keys).toEqual([...keys].sort());
  });
});
