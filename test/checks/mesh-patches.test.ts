import { JsonPatch } from 'cdk8s';
import {
  ApplicationStack,
  IstioMesh,
  Microservice,
  type MicroserviceProps,
  NoMesh,
  Platform,
  SidecarMode,
} from '../../lib';
import { cart, findings } from './cases';

const ANNOTATIONS = '/spec/template/metadata/annotations';

function found(
  patch: (microservice: Microservice) => void,
  mesh = new IstioMesh(),
  props: Partial<MicroserviceProps> = {},
) {
  return findings(({ node }) => {
    const stack = new ApplicationStack(node.root, 'bank', { platform: new Platform({ mesh }) });
    patch(cart(stack, props));
  }).filter(({ code }) => code === 'MS4013');
}

const merge = (template: object) => (microservice: Microservice) => microservice.patch({ spec: { template } });
const annotate = (annotations: object) => merge({ metadata: { annotations } });

test.each([
  ['ports past the proxy', annotate({ 'traffic.sidecar.istio.io/excludeInboundPorts': '8080' })],
  ['other ports than ours', annotate({ 'traffic.sidecar.istio.io/excludeOutboundPorts': '*' })],
  ['our annotation removed', annotate({ 'traffic.sidecar.istio.io/excludeOutboundPorts': null })],
  ['no interception', annotate({ 'sidecar.istio.io/interceptionMode': 'NONE' })],
  ['another template', annotate({ 'inject.istio.io/templates': 'grpc-agent' })],
  ['a container with the name of the proxy', merge({ spec: { containers: [{ name: 'istio-proxy', image: 'a:1' }] } })],
  [
    'a JSON patch',
    ({ workload }: Microservice) =>
      workload.addJsonPatch(
        JsonPatch.add(`${ANNOTATIONS}/traffic.sidecar.istio.io~1includeOutboundIPRanges`, '203.0.113.0/24'),
      ),
  ],
  ['all annotations removed', ({ workload }: Microservice) => workload.addJsonPatch(JsonPatch.remove(ANNOTATIONS))],
])('a patch with %s', (_, patch) => {
  expect(found(patch)).toMatchObject([
    { severity: 'error', path: expect.stringMatching(/^bank\/cart/), message: 'pods are kept out of the mesh' },
  ]);
  expect(found(patch, new NoMesh() as never)).toEqual([]);
});

test.each([
  ['another annotation', annotate({ note: 'a' })],
  ['what holds anyway', annotate({ 'traffic.sidecar.istio.io/excludeOutboundPorts': '53', note: 'a' })],
  ['the proxy that is there', annotate({ 'sidecar.istio.io/inject': 'true' })],
  ['the resources of the proxy', annotate({ 'sidecar.istio.io/proxyCPU': '100m' })],
])('a patch with %s', (_, patch) => expect(found(patch)).toEqual([]));

test('a patch that changes the drain of a classic sidecar', () => {
  const patch = annotate({ 'proxy.istio.io/config': '{"terminationDrainDuration":"1s"}' });
  expect(found(patch, new IstioMesh({ sidecars: SidecarMode.CLASSIC }))).toMatchObject([
    { given: expect.stringContaining('proxy.istio.io/config was') },
  ]);
});

test('a statement that is reported is not reported again for the patches beside it', () => {
  const props = { metadata: { podAnnotations: { 'traffic.sidecar.istio.io/excludeInboundPorts': '8080' } } };
  expect(found(annotate({ note: 'a' }), new IstioMesh(), props)).toHaveLength(1);
});
