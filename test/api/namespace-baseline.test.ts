import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { ApplicationStack, ApplicationStackProps } from '../../lib/api/application-stack';
import { ClusterFacts, KubernetesVersion, PodSecurityLevel } from '../../lib/values';
import type { NamespaceBaseline } from '../../lib/api/namespace-baseline';
import { Platform } from '../../lib/platform';
import { codesOf, findingsOf, rendered, renderedAll } from '../emit/kubernetes/program';

const stacks = (...all: [string, ApplicationStackProps?][]) => {
  const app = Testing.app();
  return { app, made: all.map(([id, props]) => new ApplicationStack(app, id, props)) };
};
const baselines = (app: App) => app.node.children.filter((child) => 'namespaceObject' in child) as NamespaceBaseline[];

test("makes the namespace, hardened by the rules of the cluster's version", () => {
  const { made } = stacks([
    'shop',
    { platform: new Platform({ cluster: new ClusterFacts({ kubernetesVersion: KubernetesVersion.of('1.33') }) }) },
  ]);
  const { metadata } = rendered('Namespace', made[0]!.namespaceBaseline!.namespaceObject);
  expect(metadata.name).toBe('shop');
  expect(metadata).not.toHaveProperty('namespace');
  expect(metadata.labels).toMatchObject(
    Object.fromEntries(
      ['enforce', 'warn', 'audit'].flatMap((mode) => [
        [`pod-security.kubernetes.io/${mode}`, 'restricted'],
        [`pod-security.kubernetes.io/${mode}-version`, 'v1.33'],
      ]),
    ),
  );
});

test('denies all traffic that nothing else allows', () => {
  const { made } = stacks(['shop']);
  expect(rendered('NetworkPolicy', made[0]!.namespaceBaseline!.defaultDeny)).toMatchObject({
    metadata: { name: 'default-deny', namespace: 'shop' },
    spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  });
  expect(rendered('NetworkPolicy', made[0]!.namespaceBaseline!.defaultDeny).spec).not.toHaveProperty('ingress');
});

test.each(Object.values(PodSecurityLevel))('its level may be %s', (podSecurity) => {
  const { made } = stacks(['shop', { podSecurity }]);
  expect(rendered('Namespace', made[0]!.namespaceBaseline!.namespaceObject).metadata.labels).toMatchObject({
    'pod-security.kubernetes.io/enforce': podSecurity,
  });
});

test('there is one for each namespace, whoever comes first', () => {
  const { app, made } = stacks(['a', { namespace: 'shop' }], ['b', { namespace: 'shop' }], ['c']);
  expect(baselines(app)).toHaveLength(2);
  expect(made[0]!.namespaceBaseline).toBe(made[1]!.namespaceBaseline);
  expect(renderedAll('Namespace', app).map(({ metadata }) => metadata.name)).toEqual(['shop', 'c']);
  expect(codesOf(app)).toEqual([]);
});

test('it does not depend on the order of the stacks, nor belong to one of them', () => {
  const objects = (...ids: string[]) => {
    const { app } = stacks(
      ...ids.map((id): [string, ApplicationStackProps] => [
        id,
        { namespace: 'shop', defaults: { metadata: { labels: { stack: id } } } },
      ]),
    );
    const [baseline] = baselines(app);
    return [
      baseline!.node.path,
      baseline!.node
        .findAll()
        .filter((construct) => ApiObject.isApiObject(construct))
        .map((object) => object.toJson()),
    ];
  };
  expect(objects('a', 'b')).toEqual(objects('b', 'a'));
  expect(objects('a')).toEqual(objects('b'));
});

test('it is the first file that a pipeline applies', () => {
  const { app } = stacks(['a', { namespace: 'shop' }]);
  expect(baselines(app)[0]!.node.id).toBe('00-namespace-shop');
});

test('an existing namespace is made by nobody', () => {
  const { app, made } = stacks(['shop', { existing: true }]);
  expect(made[0]!.namespaceBaseline).toBeUndefined();
  expect(renderedAll('Namespace', app)).toEqual([]);
  expect(codesOf(app)).toEqual([]);
});

test('stacks agree on whether a namespace is made here or comes from elsewhere, in whatever order', () => {
  const found = (...all: [string, ApplicationStackProps][]) => findingsOf(stacks(...all).app);
  const [a, b]: [string, ApplicationStackProps][] = [
    ['a', { namespace: 'shop' }],
    ['b', { namespace: 'shop', existing: true }],
  ];
  expect(found(a!, b!)).toEqual([
    expect.objectContaining({
      code: 'MS3002',
      path: '00-namespace-shop',
      given: 'a: restricted on cluster, Kubernetes 1.30; b: existing, it comes from elsewhere',
      fix: expect.stringContaining('in all of them, or in none'),
    }),
  ]);
  expect(found(b!, a!)).toEqual(found(a!, b!));
  expect(found(b!, ['c', { namespace: 'shop', existing: true, podSecurity: PodSecurityLevel.BASELINE }])).toEqual([]);
});

test.each<[string, ApplicationStackProps]>([
  ['level', { podSecurity: PodSecurityLevel.BASELINE }],
  ['cluster', { platform: new Platform({ cluster: new ClusterFacts({ name: 'west' }) }) }],
  [
    'version',
    { platform: new Platform({ cluster: new ClusterFacts({ kubernetesVersion: KubernetesVersion.of('1.31') }) }) },
  ],
])('stacks that disagree on the %s hear of it, in whatever order', (_, props) => {
  const found = (...all: [string, ApplicationStackProps][]) => findingsOf(stacks(...all).app);
  const [a, b]: [string, ApplicationStackProps][] = [
    ['a', { namespace: 'shop' }],
    ['b', { namespace: 'shop', ...props }],
  ];
  expect(found(a!, b!)).toMatchObject([
    { code: 'MS3002', path: '00-namespace-shop', given: expect.stringMatching(/^a: .*; b: /) },
  ]);
  expect(found(b!, a!)).toEqual(found(a!, b!));
});

test('another construct that has its id is a finding', () => {
  const app = Testing.app();
  new Chart(app, '00-namespace-shop');
  const stack = new ApplicationStack(app, 'shop');
  expect(stack.namespaceBaseline).toBeUndefined();
  expect(codesOf(stack)).toEqual(['MS3007']);
});
