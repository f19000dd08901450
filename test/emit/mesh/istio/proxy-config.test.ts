import { App, Testing } from 'cdk8s';
import { ApplicationStack, Microservice, Port, SidecarMode } from '../../../../lib';
import { find, synthesize } from '../../../support/manifests';
import { codesOf } from '../../kubernetes/program';
import { IstioProgram } from './program';

const CONFIG = 'proxy.istio.io/config';

function stated(config: string, sidecars: SidecarMode) {
  const program = new IstioProgram({ sidecars });
  program.serve('web', { metadata: { podAnnotations: { [CONFIG]: config } } });
  return program;
}
const configOf = (program: IstioProgram) =>
  JSON.parse(find(program.written(), 'Deployment', 'web').spec.template.metadata.annotations[CONFIG]!) as unknown;
const HTTP10 = JSON.stringify({ proxyMetadata: { ISTIO_META_HTTP10: '1' } });

test('a stated configuration of the proxy is merged with that of the library', () => {
  const program = stated(HTTP10, SidecarMode.CLASSIC);
  expect(codesOf(program.shop)).toEqual([]);
  const { annotations } = find(program.written(), 'Deployment', 'web').spec.template.metadata;
  expect(JSON.parse(annotations[CONFIG]!)).toEqual({
    holdApplicationUntilProxyStarts: true,
    terminationDrainDuration: expect.stringMatching(/^\d+s$/),
    proxyMetadata: { ISTIO_META_HTTP10: '1' },
  });
});

test('a stated configuration stands alone where the library has none', () => {
  const program = stated(HTTP10, SidecarMode.NATIVE);
  const { annotations } = find(program.written(), 'Deployment', 'web').spec.template.metadata;
  expect(annotations[CONFIG]).toBe(HTTP10);
});

test.each([
  ['a list', '[1]'],
  ['another value', '{"holdApplicationUntilProxyStarts":false}'],
  ['another value in YAML', 'holdApplicationUntilProxyStarts: false'],
  ['YAML of which it is not certain what it says', 'proxyMetadata: &anchor\n  A: b'],
])('%s, which would replace what the library states, is refused', (_, config) => {
  expect(codesOf(stated(config, SidecarMode.CLASSIC).shop)).toEqual(['MS4013']);
});

test('YAML is merged as JSON is', () => {
  const yaml = 'proxyMetadata:\n  ISTIO_META_DNS_CAPTURE: "true"\nconcurrency: 2 \n';
  expect(configOf(stated(yaml, SidecarMode.CLASSIC))).toEqual({
    holdApplicationUntilProxyStarts: true,
    terminationDrainDuration: expect.stringMatching(/^\d+s$/),
    proxyMetadata: { ISTIO_META_DNS_CAPTURE: 'true' },
    concurrency: 2,
  });
});

describe('a port that accepts HTTP/1.0', () => {
  const ports = [Port.http(80), Port.http(81, { name: 'old', acceptsHttp10: true })];
  const accepting = (sidecars: SidecarMode, podAnnotations = {}) => {
    const program = new IstioProgram({ sidecars });
    program.serve('web', { ports, metadata: { podAnnotations } });
    return program;
  };
  const proxyMetadata = { ISTIO_META_HTTP10: '1' };

  test('is told to the proxy, and to no other', () => {
    const program = accepting(SidecarMode.NATIVE);
    program.serve('cart');
    expect(configOf(program)).toEqual({ proxyMetadata });
    expect(find(program.written(), 'Deployment', 'cart').spec.template.metadata.annotations).not.toHaveProperty(CONFIG);
  });

  test('stands beside the settings of classic sidecars', () => {
    expect(configOf(accepting(SidecarMode.CLASSIC))).toMatchObject({
      holdApplicationUntilProxyStarts: true,
      proxyMetadata,
    });
  });

  test.each([
    ['JSON', '{"proxyMetadata":{"A":"b"},"concurrency":2}'],
    ['YAML', "# Two threads.\nconcurrency: 2\nproxyMetadata:\n  A: 'b'"],
  ])('is merged with a configuration in %s', (_, config) => {
    const program = accepting(SidecarMode.NATIVE, { [CONFIG]: config });
    expect(codesOf(program.shop)).toEqual([]);
    expect(configOf(program)).toEqual({ concurrency: 2, proxyMetadata: { A: 'b', ...proxyMetadata } });
  });

  test('contradicts a configuration that refuses it', () => {
    const refusing = 'proxyMetadata:\n  ISTIO_META_HTTP10: "0"';
    expect(codesOf(accepting(SidecarMode.NATIVE, { [CONFIG]: refusing }).shop)).toEqual(['MS4013']);
  });

  test('is nothing to say without a mesh', () => {
    const stack = new ApplicationStack(Testing.app(), 'shop');
    new Microservice(stack, 'web', { image: 'acme/web:1', ports });
    expect(codesOf(stack)).toEqual([]);
    expect(JSON.stringify(synthesize(stack.node.root as App))).not.toContain('istio');
  });
});

test('ports that the library leaves out of the proxy stay so beside those that are accepted by hand', () => {
  const program = new IstioProgram();
  const key = 'traffic.sidecar.istio.io/excludeOutboundPorts';
  const web = program.serve('web', { metadata: { podAnnotations: { [key]: '5432, 53' } } });
  web.acknowledge('MS4013', 'the database is outside of the mesh');
  expect(find(program.written(), 'Deployment', 'web').spec.template.metadata.annotations[key]).toBe('53,5432');
});
