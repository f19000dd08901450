import { Duration } from 'cdk8s';
import { IstioMeshProps, MicroserviceProps, SidecarMode } from '../../../../lib';
import { find } from '../../../support/manifests';
import { IstioProgram } from './program';

const DNS_PORT = { 'traffic.sidecar.istio.io/excludeOutboundPorts': '53' };

function annotationsOf(mesh: IstioMeshProps, props: Partial<MicroserviceProps> = {}) {
  const program = new IstioProgram(mesh);
  program.serve('web', props);
  return find(program.written(), 'Deployment', 'web').spec.template.metadata.annotations;
}

const configOf = (props: Partial<MicroserviceProps> = {}): unknown =>
  JSON.parse(annotationsOf({ sidecars: SidecarMode.CLASSIC }, props)['proxy.istio.io/config']!);

test('native proxies need nothing but to be kept from name resolution', () => {
  expect(annotationsOf({})).toEqual(DNS_PORT);
});

describe('classic proxies', () => {
  test('are stated as such, start before the application, and stay as long as the last request may take', () => {
    expect(annotationsOf({ sidecars: SidecarMode.CLASSIC })).toEqual({
      ...DNS_PORT,
      'sidecar.istio.io/nativeSidecar': 'false',
      'proxy.istio.io/config': expect.any(String),
    });
    expect(configOf()).toEqual({ holdApplicationUntilProxyStarts: true, terminationDrainDuration: '40s' });
  });

  test.each<[string, Partial<MicroserviceProps>, string]>([
    ['the longest request', { lifecycle: { longestRequest: Duration.seconds(90) } }, '100s'],
    ['the propagation of endpoints', { lifecycle: { endpointPropagation: Duration.seconds(3) } }, '33s'],
    ['no propagation where nobody calls', { ports: [] }, '30s'],
  ])('count %s', (_, props, drain) => {
    expect(configOf(props)).toHaveProperty('terminationDrainDuration', drain);
  });

  test('end before the pod is killed', () => {
    const program = new IstioProgram({ sidecars: SidecarMode.CLASSIC });
    program.serve('web');
    expect(
      find(program.written(), 'Deployment', 'web').spec.template.spec.terminationGracePeriodSeconds,
    ).toBeGreaterThan(40);
  });
});

test('annotations that a microservice states stand beside them', () => {
  expect(annotationsOf({}, { metadata: { podAnnotations: { team: 'shop' } } })).toEqual({ ...DNS_PORT, team: 'shop' });
});

test('pods are put into the mesh by their namespace, not by labels of their own', () => {
  const program = new IstioProgram({ revision: 'canary' });
  program.serve('web');
  expect(
    Object.keys(find(program.written(), 'Deployment', 'web').spec.template.metadata.labels).filter((key) =>
      key.includes('istio'),
    ),
  ).toEqual([]);
});
