import { ApiObject, JsonPatch } from 'cdk8s';
import { App, ApplicationStack, IstioMesh, Microservice, Platform, Port } from '../../../lib';
import { unknownFields } from '../../../lib/emit/kubernetes/fields/unknown-fields';
import { allowInvalidManifests } from '../../support/rendered';
import { VALID_MANIFESTS } from '../../support/valid-manifests';

allowInvalidManifests('patches name fields that do not exist');

function fixesOf(patch: (cart: Microservice) => void): string[][] {
  const app = new App();
  const platform = new Platform({ mesh: new IstioMesh() });
  const cart = new Microservice(new ApplicationStack(app, 'shop', { platform }), 'cart', {
    image: 'cart:1.0.0',
    ports: [Port.http(8080)],
    env: { LOG_LEVEL: 'info' },
  });
  patch(cart);
  return app.validate().map(({ code, path, message, fix }) => [code, path, message, fix]);
}

test.each<[string, (cart: Microservice) => void, string, string]>([
  ['a field', (cart) => cart.patch({ spec: { replica: 3 } }), 'spec.replica', 'did you mean replicas?'],
  [
    'a field of a container',
    (cart) => cart.patchContainer('cart', { resource: { limits: {} } }),
    'spec.template.spec.containers[0].resource',
    'did you mean resources?',
  ],
  [
    'a field of a variable',
    (cart) => cart.patchVariable('cart', 'LOG_LEVEL', { valu: 'debug' }),
    'spec.template.spec.containers[0].env[0].valu',
    'did you mean value?',
  ],
  [
    'a field inside of an added object',
    (cart) => cart.patch({ spec: { template: { spec: { affinity: { podAntiAfinity: {} } } } } }),
    'spec.template.spec.affinity.podAntiAfinity',
    'did you mean podAntiAffinity?',
  ],
  [
    'a field at the wrong place',
    (cart) => cart.patch({ spec: { tolerations: [] } }),
    'spec.tolerations',
    'remove it, or correct its path',
  ],
  [
    'a field by a JSON patch',
    (cart) => ApiObject.of(cart.service!).addJsonPatch(JsonPatch.add('/spec/sessionAffinty', 'ClientIP')),
    'spec.sessionAffinty',
    'did you mean sessionAffinity?',
  ],
])('a patch with %s that the kind lacks is a finding', (_, patch, path, fix) => {
  expect(fixesOf(patch)).toEqual([
    ['MS0017', expect.stringContaining('shop/cart/'), expect.stringContaining(`(${path})`), fix],
  ]);
});

test('a patch of a resource of the mesh is judged too', () => {
  const found = fixesOf((cart) => {
    cart.calls(cart);
    for (const each of cart.node.findAll())
      if (ApiObject.isApiObject(each) && each.kind === 'DestinationRule')
        each.addJsonPatch(JsonPatch.add('/spec/trafficPolicy/outlierDetecton', {}));
  });
  expect(found.map(([code, , , fix]) => [code, fix])).toEqual([['MS0017', 'did you mean outlierDetection?']]);
});

test('maps of the user, removals and what is known are no findings', () => {
  const found = fixesOf((cart) => {
    cart.patch({
      metadata: { annotations: { 'acme.example/any': 'x' } },
      spec: {
        revisionHistoryLimit: 3,
        template: {
          spec: {
            nodeSelector: { disk: 'ssd' },
            tolerations: null,
            hostAliases: [{ ip: '10.0.0.1', hostnames: ['a'] }],
          },
        },
      },
    });
    cart.patchContainer('cart', {
      livenessProbe: null,
      stdin: true,
      resources: { limits: { 'acme.example/gpu': '1' } },
    });
  });
  expect(found.filter(([code]) => code === 'MS0017')).toEqual([]);
});

test('no valid object has an unknown field', () => {
  expect(VALID_MANIFESTS.flatMap((object) => unknownFields(object as unknown as Record<string, unknown>))).toEqual([]);
});
