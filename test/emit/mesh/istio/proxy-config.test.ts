import { SidecarMode } from '../../../../lib';
import { find } from '../../../support/manifests';
import { codesOf } from '../../kubernetes/program';
import { IstioProgram } from './program';

const CONFIG = 'proxy.istio.io/config';

function stated(config: string, sidecars: SidecarMode) {
  const program = new IstioProgram({ sidecars });
  program.serve('web', { metadata: { podAnnotations: { [CONFIG]: config } } });
  return program;
}
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

test.each([['{"holdApplicationUntilProxyStarts":false}'], ['proxyMetadata: {}']])(
  'what would replace a field of the library is refused: %s',
  (config) => {
    expect(codesOf(stated(config, SidecarMode.CLASSIC).shop)).toEqual(['MS4013']);
  },
);
