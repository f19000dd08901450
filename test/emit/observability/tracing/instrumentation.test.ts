import { App, IstioMesh, Instrumentation, OtlpProtocol, Propagator, Tracing, TracingProps } from '../../../../lib';
import { all, only, synthesize } from '../../../support/manifests';
import { COLLECTOR, environmentOf, serve, shopOn, templateOf, writtenOf } from '../program';

const operated = (props: Partial<TracingProps> = {}) => ({
  observability: { tracing: new Tracing({ collector: COLLECTOR, operator: true, ...props }) },
});

test('each namespace has what the operator gives to its pods', () => {
  expect(
    only(
      writtenOf(
        operated({
          samplingPercentage: 0.07,
          propagators: [Propagator.B3],
          collector: { ...COLLECTOR, protocol: OtlpProtocol.HTTP_PROTOBUF },
        }),
      ),
      'Instrumentation',
    ),
  ).toMatchObject({
    metadata: { name: 'default', namespace: 'shop' },
    spec: {
      exporter: { endpoint: 'http://collector.telemetry.svc.cluster.local:4318' },
      propagators: ['b3'],
      sampler: { type: 'parentbased_traceidratio', argument: '0.0007' },
      resource: { resourceAttributes: { 'k8s.cluster.name': 'cluster' } },
      env: [{ name: 'OTEL_EXPORTER_OTLP_PROTOCOL', value: 'http/protobuf' }],
    },
  });
});

test('its containers are admitted under Pod Security restricted, and do not run as root, as their images would', () => {
  const { initContainerSecurityContext: context } = only(writtenOf(operated()), 'Instrumentation').spec;
  expect(context).toMatchObject({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  });
  expect(context.runAsUser).toBeGreaterThan(0);
});

test(
  'a microservice that states an agent asks for it, for its main container, and has no environment of its ' + 'own',
  () => {
    const written = writtenOf(operated(), { telemetry: { instrumentation: Instrumentation.JAVA } });
    expect(templateOf(written).metadata.annotations).toEqual({
      'instrumentation.opentelemetry.io/inject-java': 'default',
      'instrumentation.opentelemetry.io/container-names': 'web',
    });
    expect(environmentOf(written)).toEqual([]);
  },
);

test('what it says of propagators is said to it', () => {
  expect(
    environmentOf(
      writtenOf(operated(), { telemetry: { instrumentation: Instrumentation.SDK, propagators: [Propagator.B3] } }),
    ),
  ).toEqual([{ name: 'OTEL_PROPAGATORS', value: 'b3' }]);
});

test('one without an agent has the environment', () => {
  expect(environmentOf(writtenOf(operated())).map(({ name }) => name)).toContain('OTEL_TRACES_SAMPLER');
});

test('a change of what is sampled restarts no pod that has an agent, and every other', () => {
  const template = (samplingPercentage: number, instrumentation?: Instrumentation) =>
    JSON.stringify(
      templateOf(
        writtenOf(operated({ samplingPercentage }), { ...(instrumentation && { telemetry: { instrumentation } }) }),
      ),
    );
  expect(template(10, Instrumentation.NODEJS)).toBe(template(20, Instrumentation.NODEJS));
  expect(template(10)).not.toBe(template(20));
});

test('nothing is there without the operator, and nothing in a namespace that comes from elsewhere', () => {
  expect(all(writtenOf(operated({ operator: false })), 'Instrumentation')).toEqual([]);
  const stack = shopOn({ ...operated({ meshProvider: 'otel' }), mesh: new IstioMesh() }, { existing: true });
  serve(stack, 'web');
  const written = synthesize(stack.node.root as App);
  expect([...all(written, 'Instrumentation'), ...all(written, 'Telemetry')]).toEqual([]);
});
