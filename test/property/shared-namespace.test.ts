import * as fc from 'fast-check';
import {
  App,
  ApplicationStack,
  type ApplicationStackProps,
  ClusterFacts,
  IstioMesh,
  KubernetesVersion,
  Logging,
  Microservice,
  NoMesh,
  Platform,
  PodSecurityLevel,
  Port,
  Tracing,
} from '../../lib';
import { runs } from './runs';

const INJECTION = { 'istio-injection': 'enabled' };
const collector = { service: 'otel', namespace: 'tracing', labels: { app: 'otel' } };

/** A platform, or a stack, that differs in one statement from the usual one. */
const statements = fc.record(
  {
    mesh: fc.constantFrom(
      () => new NoMesh(),
      () => new IstioMesh(),
      () => new IstioMesh({ revision: 'stable' }),
    ),
    defaults: fc.constantFrom({}, INJECTION, { team: 'shop' }),
    required: fc.constantFrom({}, INJECTION, { team: 'shop' }),
    cluster: fc.constantFrom({}, { name: 'north' }, { domain: 'north.local' }, { version: '1.33' }),
    tracing: fc.constantFrom({}, { operator: true }, { meshProvider: 'otel' }),
    logging: fc.constantFrom({}, { everyRequest: true }),
    existing: fc.constantFrom(true, false),
    podSecurity: fc.constantFrom(...Object.values(PodSecurityLevel)),
  },
  { requiredKeys: [] },
);
type Statements = typeof statements extends fc.Arbitrary<infer T> ? T : never;

const others = fc.oneof(fc.constant({}), statements);

function propsOf({ mesh, defaults, required, cluster, tracing, logging, existing, podSecurity }: Statements) {
  const { version, ...facts } = { version: '1.30', ...cluster };
  const platform = new Platform({
    cluster: new ClusterFacts({ ...facts, kubernetesVersion: KubernetesVersion.of(version) }),
    ...(mesh !== undefined && { mesh: mesh() }),
    ...(defaults !== undefined && { defaults: { metadata: { labels: defaults } } }),
    ...(required !== undefined && { required: { metadata: { labels: required } } }),
    observability: {
      ...(tracing !== undefined && { tracing: new Tracing({ collector, ...tracing }) }),
      ...(logging !== undefined && { logging: new Logging(logging) }),
    },
  });
  const props: ApplicationStackProps = {
    ...{ namespace: 'shop', platform },
    ...(existing !== undefined && { existing }),
    ...(podSecurity !== undefined && { podSecurity }),
  };
  return props;
}

/** Findings of an app with stacks in an order, and its manifests where no error stands. */
function outcome(stacks: readonly (readonly [string, Statements])[]): { codes: string[]; text: string } {
  const app = new App();
  for (const [id, stated] of stacks) {
    const stack = new ApplicationStack(app, id, propsOf(stated));
    const web = new Microservice(stack, `web-${id}`, { image: 'ghcr.io/acme/web:1.0.0', ports: [Port.http(8080)] });
    web.patch({ metadata: { labels: { team: 'other' } } });
    stack.namespaceBaseline?.namespaceObject.metadata.addLabel('team', 'other');
  }
  const all = app.validate();
  // Of stacks that disagree, what else is said of the namespace is that of the first.
  const disagree = all.filter(({ code }) => code === 'MS3002');
  const findings = disagree.length > 0 ? disagree : all;
  const isRefused = findings.some(({ severity }) => severity === 'error');
  return { codes: findings.map((each) => JSON.stringify(each)), text: isRefused ? '' : app.synthYaml() };
}

test('stacks that share a namespace are judged and synthesized alike in any order of declaration', () => {
  let agreeing = 0;
  fc.assert(
    fc.property(statements, fc.array(others, { minLength: 2, maxLength: 3 }), (common, all) => {
      const stacks = all.map((stated, at) => [`stack-${at}`, { ...common, ...stated }] as const);
      const expected = outcome(stacks);
      agreeing += expected.codes.join().includes('MS3002') ? 0 : 1;
      for (let first = 1; first < stacks.length; first += 1)
        expect(outcome([...stacks.slice(first), ...stacks.slice(0, first)])).toEqual(expected);
    }),
    runs(60),
  );
  expect(agreeing).toBeGreaterThan(10);
});

test('one stack with a mesh and one without are a finding, also where both state its label', () => {
  const plain = { defaults: INJECTION };
  const meshed = { mesh: () => new IstioMesh() };
  const found = outcome([
    ['plain', plain],
    ['meshed', meshed],
  ]);
  expect(found.codes.join()).toContain('MS3002');
  expect(found.codes.join()).toContain('meshed: restricted on cluster, Kubernetes 1.30, in IstioMesh');
  expect(
    outcome([
      ['meshed', meshed],
      ['plain', plain],
    ]),
  ).toEqual(found);
});
