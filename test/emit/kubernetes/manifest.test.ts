import { ApiObject, Duration, JsonPatch, Lazy, Size, Testing } from 'cdk8s';
import type { ApplicationStack } from '../../../lib/api/application-stack';
import { Manifest } from '../../../lib/emit/kubernetes';
import { Microservice } from '../../../lib/api/workload/microservice';
import { PodSecurityLevel, Port, Scaling, TopologySpread, Volume, SeccompProfile } from '../../../lib/values';
import { Platform } from '../../../lib/platform';
import { cart, codesOf, containerOf, deploymentOf, environmentOf, findingsOf, podOf, rendered, shop } from './program';

const found = (scope: Parameters<typeof findingsOf>[0]) => findingsOf(scope).map(({ code, path }) => [code, path]);

describe('a Manifest', () => {
  const made = (props: Partial<ConstructorParameters<typeof Manifest>[2]> = {}) =>
    new Manifest(shop(), 'x', { apiVersion: 'v1', kind: 'ConfigMap', name: 'flags', fields: {}, ...props });

  test('is an ApiObject whose content is asked for when it is rendered', () => {
    const data: Record<string, string> = {};
    const manifest = made({ fields: { data: () => data } });
    data['late'] = 'yes';
    expect(manifest.toJson()).toMatchObject({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'flags', namespace: 'shop' },
      data: { late: 'yes' },
    });
    expect(ApiObject.isApiObject(manifest)).toBe(true);
  });

  test("is in the namespace that it states, in its chart's, or in none", () => {
    expect(made({ namespace: 'other' }).toJson()['metadata']).toMatchObject({ namespace: 'other' });
    expect(made().toJson()['metadata']).toMatchObject({ namespace: 'shop' });
    const clusterRole = made({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      clusterWide: true,
      fields: { rules: () => [] },
    });
    expect(clusterRole.toJson()['metadata']).not.toHaveProperty('namespace');
  });

  test('metadata can be added to, as to any ApiObject', () => {
    const manifest = made({ labels: { a: '1' }, annotations: { b: '2' } });
    manifest.metadata.addLabel('c', '3');
    manifest.metadata.addAnnotation('d', '4');
    expect(manifest.toJson()['metadata']).toMatchObject({
      labels: { a: '1', c: '3' },
      annotations: { b: '2', d: '4' },
    });
  });
});

describe('JSON patches', () => {
  test('change the final object', () => {
    const microservice = cart();
    microservice.workload.addJsonPatch(
      JsonPatch.add('/spec/revisionHistoryLimit', 3),
      JsonPatch.replace('/spec/replicas', 5),
    );
    expect(deploymentOf(microservice).spec).toMatchObject({ revisionHistoryLimit: 3, replicas: 5 });
    expect(codesOf(microservice)).toEqual([]);
  });

  test('are applied in the order in which they were stated', () => {
    const microservice = cart();
    microservice.workload.addJsonPatch(JsonPatch.replace('/spec/replicas', 5));
    microservice.workload.addJsonPatch(JsonPatch.test('/spec/replicas', 5), JsonPatch.replace('/spec/replicas', 6));
    expect(deploymentOf(microservice).spec.replicas).toBe(6);
    expect(codesOf(microservice)).toEqual([]);
  });

  test('see what was stated after them', () => {
    const stack = shop();
    const [web, callee] = [
      cart({}, stack),
      new Microservice(stack, 'cache', { image: 'ghcr.io/acme/cache:1', ports: [Port.http(80)] }),
    ];
    web.workload.addJsonPatch(JsonPatch.replace('/spec/template/spec/containers/0/env/0/value', 'elsewhere:80'));
    web.calls(callee);
    expect(environmentOf(web)).toEqual([['CACHE_ADDR', 'elsewhere:80']]);
  });

  test.each([
    ['that sets what is there', JsonPatch.replace('/spec/replicas', 2)],
    ['that removes what is not there', JsonPatch.remove('/spec/nothing')],
    ['that adds what is there', JsonPatch.add('/spec/replicas', 2)],
  ])('one %s is a finding', (_, patch) => {
    const microservice = cart();
    microservice.workload.addJsonPatch(patch);
    expect(found(microservice)).toEqual([['MS0005', 'shop/cart/workload']]);
  });

  test.each([
    ['that replaces what is not there', JsonPatch.replace('/spec/nothing', 1)],
    ['that adds below what is not there', JsonPatch.add('/spec/nothing/below', 1)],
    ['whose test fails', JsonPatch.test('/spec/replicas', 99)],
  ])('one %s is a finding that cannot be acknowledged', (_, patch) => {
    const microservice = cart();
    microservice.workload.addJsonPatch(patch);
    microservice.acknowledge('MS0006', 'this is not possible at all');
    expect(codesOf(microservice).sort()).toEqual(['MS0006', 'MS0008']);
  });

  test('one that asserts something need not change anything', () => {
    const microservice = cart();
    microservice.workload.addJsonPatch(JsonPatch.test('/spec/replicas', 2));
    expect(codesOf(microservice)).toEqual([]);
  });

  test('the others are still applied where one cannot be', () => {
    const microservice = cart();
    microservice.workload.addJsonPatch(JsonPatch.replace('/spec/nothing', 1), JsonPatch.replace('/spec/replicas', 5));
    expect(deploymentOf(microservice).spec.replicas).toBe(5);
  });

  test('one without effect can be acknowledged', () => {
    const microservice = cart();
    microservice.workload.addJsonPatch(JsonPatch.replace('/spec/replicas', 2));
    microservice.acknowledge('MS0005', 'the next release changes the default');
    expect(findingsOf(microservice)).toMatchObject([
      { code: 'MS0005', acknowledged: 'the next release changes the default' },
    ]);
  });

  test('keep fields that the library does not know', () => {
    const microservice = cart();
    microservice.workload.addJsonPatch(JsonPatch.add('/spec/template/spec/hostUsers', false));
    expect(podOf(microservice)).toMatchObject({ hostUsers: false });
  });

  test('hold for every object', () => {
    const microservice = cart({ ports: [Port.http(80)], scaling: Scaling.onCpu({ max: 4 }) });
    microservice.service!.addJsonPatch(JsonPatch.add('/spec/sessionAffinity', 'ClientIP'));
    microservice.networkPolicy.addJsonPatch(JsonPatch.add('/spec/egress/-', {}));
    microservice.autoscaler!.addJsonPatch(
      JsonPatch.add('/spec/behavior', { scaleDown: { stabilizationWindowSeconds: 60 } }),
    );
    microservice.disruptionBudget!.addJsonPatch(JsonPatch.replace('/spec/maxUnavailable', 2));
    expect(rendered('Service', microservice.service).spec.sessionAffinity).toBe('ClientIP');
    expect(rendered('NetworkPolicy', microservice.networkPolicy).spec.egress).toHaveLength(2);
    expect(
      rendered('HorizontalPodAutoscaler', microservice.autoscaler).spec.behavior.scaleDown.stabilizationWindowSeconds,
    ).toBe(60);
    expect(rendered('PodDisruptionBudget', microservice.disruptionBudget).spec.maxUnavailable).toBe(2);
    expect(codesOf(microservice)).toEqual([]);
  });
});

describe('merge patches', () => {
  const patched = (fields: Record<string, unknown>) => {
    const microservice = cart({
      env: { A: '1', B: '2' },
      ports: [Port.http(80)],
      pod: { mounts: [Volume.emptyDir('work').at('/work')] },
    });
    microservice.patch(fields);
    return microservice;
  };
  const inPod = (spec: object) => patched({ spec: { template: { spec } } });

  test('merge maps and remove what is null', () => {
    const { spec } = deploymentOf(
      patched({ spec: { strategy: { rollingUpdate: { maxSurge: 1 } }, minReadySeconds: null } }),
    );
    expect(spec.strategy.rollingUpdate).toEqual({ maxSurge: 1, maxUnavailable: 0 });
    expect(spec).not.toHaveProperty('minReadySeconds');
  });

  test('find containers, variables, ports, volumes and mounts by their keys', () => {
    const microservice = inPod({
      containers: [
        {
          name: 'cart',
          env: [{ name: 'B', value: '3' }],
          volumeMounts: [{ mountPath: '/work', readOnly: true }],
          ports: [{ containerPort: 80, hostPort: 8080 }],
        },
      ],
      volumes: [{ name: 'work', emptyDir: { sizeLimit: '1Gi' } }],
    });
    expect(environmentOf(microservice)).toEqual([
      ['A', '1'],
      ['B', '3'],
    ]);
    expect(containerOf(microservice).volumeMounts).toContainEqual({ name: 'work', mountPath: '/work', readOnly: true });
    expect(containerOf(microservice).ports).toEqual([
      { name: 'http', containerPort: 80, hostPort: 8080, protocol: 'TCP' },
    ]);
    expect(podOf(microservice).volumes).toContainEqual({ name: 'work', emptyDir: { sizeLimit: '1Gi' } });
  });

  test('add what has another key, without its nulls', () => {
    const microservice = inPod({ containers: [{ name: 'debug', image: 'acme/debug:1', command: null }] });
    expect(podOf(microservice).containers.map(({ name }) => name)).toEqual(['cart', 'debug']);
    expect(containerOf(microservice, 'debug')).toEqual({ name: 'debug', image: 'acme/debug:1' });
  });

  test('replace other lists as a whole', () => {
    const microservice = inPod({ tolerations: [{ key: 'a', operator: 'Exists' }] });
    microservice.patch({ spec: { template: { spec: { tolerations: [{ key: 'b', operator: 'Exists' }] } } } });
    expect(podOf(microservice).tolerations).toEqual([{ key: 'b', operator: 'Exists' }]);
  });

  test('one without effect is a finding', () => {
    expect(found(patched({ spec: { replicas: 2 } }))).toEqual([['MS0005', 'shop/cart/workload']]);
    expect(found(patched({}))).toEqual([['MS0005', 'shop/cart/workload']]);
  });
});

describe('patches by name', () => {
  test('of a container, wherever it stands in the pod', () => {
    const microservice = cart({
      pod: {
        initContainers: [{ name: 'wait', image: 'busybox:1.36' }],
        containers: [{ name: 'proxy', image: 'acme/proxy:1' }],
      },
    });
    for (const name of ['cart', 'wait', 'proxy'])
      microservice.patchContainer(name, { terminationMessagePolicy: 'FallbackToLogsOnError' });
    for (const name of ['cart', 'wait', 'proxy'])
      expect(containerOf(microservice, name).terminationMessagePolicy).toBe('FallbackToLogsOnError');
    expect(codesOf(microservice)).toEqual([]);
  });

  test('of a variable, also of an address', () => {
    const stack = shop();
    const microservice = cart({ env: { LOG: 'info' } }, stack);
    microservice.calls(cart({ ports: [Port.http(80)] }, shop()), { addressEnv: 'BACKEND' });
    microservice.patchVariable('cart', 'LOG', { value: 'debug' });
    microservice.patchVariable('cart', 'BACKEND', { value: 'localhost:80' });
    expect(environmentOf(microservice)).toEqual([
      ['BACKEND', 'localhost:80'],
      ['LOG', 'debug'],
    ]);
  });

  test('a variable gets another source', () => {
    const microservice = cart({ env: { KEY: 'x' } });
    microservice.patchVariable('cart', 'KEY', { value: null, valueFrom: { secretKeyRef: { name: 's', key: 'k' } } });
    expect(environmentOf(microservice)).toEqual([['KEY', { secretKeyRef: { name: 's', key: 'k' } }]]);
  });

  test.each([
    ['container', 'nobody', undefined, 'only cart'],
    ['variable', 'cart', 'NOBODY', 'only A'],
    ['variable', 'nobody', 'A', 'only cart'],
  ])('a %s that is not there is a finding that names those that are', (_, container, variable, allowed) => {
    const microservice = cart({ env: { A: '1' } });
    if (variable === undefined) microservice.patchContainer(container, { tty: true });
    else microservice.patchVariable(container, variable, { value: '2' });
    expect(findingsOf(microservice)).toMatchObject([{ code: 'MS0006', allowed: expect.stringContaining(allowed) }]);
  });

  test('one without effect is a finding', () => {
    const microservice = cart({ env: { A: '1' } });
    microservice.patchVariable('cart', 'A', { value: '1' });
    microservice.patchContainer('cart', { image: 'ghcr.io/acme/cart:1.4.2' });
    expect(codesOf(microservice)).toEqual(['MS0005', 'MS0005']);
  });
});

describe('what a platform requires', () => {
  const held = (required: object) =>
    cart(
      { ports: [Port.http(80)] },
      // Patches that a lower level of Pod Security refuses are reported by themselves.
      shop({ platform: new Platform({ required }), podSecurity: PodSecurityLevel.PRIVILEGED }),
    );

  test('cannot be patched away', () => {
    const microservice = held({ security: { runAsNonRoot: true } });
    microservice.patch({ spec: { template: { spec: { securityContext: { runAsNonRoot: false } } } } });
    expect(findingsOf(microservice)).toMatchObject([
      { code: 'MS1027', path: 'shop/cart/workload', message: expect.stringContaining('security') },
    ]);
  });

  test('of a network policy neither', () => {
    const microservice = held({ security: { networkPolicy: true } });
    microservice.networkPolicy.addJsonPatch(JsonPatch.add('/spec/egress/-', {}));
    expect(codesOf(microservice)).toEqual(['MS1027']);
  });

  test('leaves other fields to patches', () => {
    const microservice = held({ security: { runAsNonRoot: true, networkPolicy: true } });
    microservice.patch({ spec: { revisionHistoryLimit: 3 } });
    microservice.patchContainer('cart', { tty: true });
    expect(codesOf(microservice)).toEqual([]);
  });

  const inPod = (spec: object) => (microservice: Microservice) => microservice.patch({ spec: { template: { spec } } });
  const inContainer = (fields: object) => inPod({ containers: [{ name: 'cart', ...fields }] });
  const added = (fields: object) => inPod({ containers: [{ name: 'debug', image: 'acme/debug:1', ...fields }] });
  const inMetadata = (metadata: object) => (microservice: Microservice) => microservice.patch({ metadata });

  test.each<[string, object, (microservice: Microservice) => void]>([
    [
      'security.runAsNonRoot',
      { security: { runAsNonRoot: true } },
      inContainer({ securityContext: { runAsNonRoot: false } }),
    ],
    ['security.readOnlyRootFilesystem', { security: { readOnlyRootFilesystem: true } }, added({})],
    ['security.runAsUser', { security: { runAsUser: 7 } }, inPod({ securityContext: { runAsUser: 8 } })],
    ['security.runAsUser', { security: { runAsUser: 7 } }, inContainer({ securityContext: { runAsUser: 8 } })],
    ['security.fsGroup', { security: { fsGroup: 7 } }, inPod({ securityContext: { fsGroup: 8 } })],
    [
      'security.addCapabilities',
      { security: { addCapabilities: [] } },
      inContainer({ securityContext: { capabilities: { add: ['NET_RAW'] } } }),
    ],
    [
      'security.allowPrivilegeEscalation',
      { security: { allowPrivilegeEscalation: false } },
      inContainer({ securityContext: { allowPrivilegeEscalation: true } }),
    ],
    [
      'security.seccompProfile',
      { security: { seccompProfile: SeccompProfile.RUNTIME_DEFAULT } },
      inPod({ securityContext: { seccompProfile: { type: 'Unconfined' } } }),
    ],
    ['security.runAsNonRoot', { security: { runAsNonRoot: true } }, inPod({ hostNetwork: true })],
    [
      'security.runAsNonRoot',
      { security: { runAsNonRoot: true } },
      inPod({ volumes: [{ name: 'node', hostPath: { path: '/' } }] }),
    ],
    [
      'security.runAsNonRoot',
      { security: { runAsNonRoot: true } },
      inContainer({ securityContext: { privileged: true } }),
    ],
    ['metadata.labels.team', { metadata: { labels: { team: 'a' } } }, inMetadata({ labels: { team: 'b' } })],
    [
      'metadata.labels.team',
      { metadata: { labels: { team: 'a' } } },
      (microservice) => microservice.patch({ spec: { template: { metadata: { labels: { team: null } } } } }),
    ],
    [
      'metadata.annotations.example.com/owner',
      { metadata: { annotations: { 'example.com/owner': 'a' } } },
      inMetadata({ annotations: { 'example.com/owner': 'b' } }),
    ],
    [
      'metadata.podAnnotations.note',
      { metadata: { podAnnotations: { note: 'a' } } },
      (microservice) => microservice.patch({ spec: { template: { metadata: { annotations: { note: 'b' } } } } }),
    ],
    [
      'resources.memory.limit',
      { resources: { memory: { limit: Size.gibibytes(1) } } },
      inContainer({ resources: { limits: { memory: '2Gi' } } }),
    ],
    [
      'resources.memory.limit',
      { resources: { memory: { limit: Size.gibibytes(1) } } },
      added({ resources: { limits: { memory: '2Gi' } } }),
    ],
    ['pod.imagePullPolicy', { pod: { imagePullPolicy: 'Always' } }, added({ imagePullPolicy: 'Never' })],
    [
      'pod.placement.nodeSelector.disk',
      { pod: { placement: { nodeSelector: { disk: 'ssd' } } } },
      inPod({ nodeSelector: { disk: 'hdd' } }),
    ],
    ['scaling', { scaling: Scaling.fixed(3) }, (microservice) => microservice.patch({ spec: { replicas: 1 } })],
    [
      'lifecycle.longestRequest',
      { lifecycle: { longestRequest: Duration.seconds(60) } },
      inPod({ terminationGracePeriodSeconds: 1 }),
    ],
    [
      'lifecycle.endpointPropagation',
      { lifecycle: { endpointPropagation: Duration.seconds(9) } },
      inContainer({ lifecycle: null }),
    ],
    [
      'lifecycle.startupTime',
      { lifecycle: { startupTime: Duration.seconds(9) } },
      inContainer({ startupProbe: { failureThreshold: 99 } }),
    ],
    [
      'lifecycle.minReady',
      { lifecycle: { minReady: Duration.seconds(9) } },
      (microservice) => microservice.patch({ spec: { minReadySeconds: 0 } }),
    ],
    [
      'lifecycle.disruptionBudget',
      { lifecycle: { disruptionBudget: true } },
      ({ disruptionBudget }) => disruptionBudget!.addJsonPatch(JsonPatch.replace('/spec/maxUnavailable', 2)),
    ],
    [
      'pod.placement.topologySpread',
      { pod: { placement: { topologySpread: [TopologySpread.overNodes()] } } },
      inPod({ topologySpreadConstraints: [{ topologyKey: 'kubernetes.io/hostname', maxSkew: 9 }] }),
    ],
  ])('%s cannot be patched (%#)', (name, required, patch) => {
    const microservice = held(required);
    patch(microservice);
    expect(findingsOf(microservice)).toMatchObject([{ code: 'MS1027', message: expect.stringContaining(`(${name})`) }]);
  });

  test.each<[object, (microservice: Microservice) => void]>([
    [{ security: { runAsNonRoot: true } }, inPod({ securityContext: { supplementalGroups: [1] } })],
    [{ security: { runAsNonRoot: true } }, inPod({ volumes: [{ name: 'cache', emptyDir: {} }] })],
    [{ security: { runAsNonRoot: true } }, added({})],
    [{ security: { readOnlyRootFilesystem: true } }, added({ securityContext: { readOnlyRootFilesystem: true } })],
    [{ metadata: { labels: { team: 'a' } } }, inMetadata({ labels: { tier: 'b' } })],
    [{ metadata: { annotations: { owner: 'a' } } }, inMetadata({ annotations: { note: 'b' } })],
    [
      { metadata: { podAnnotations: { note: 'a' } } },
      (microservice) => microservice.patch({ spec: { template: { metadata: { annotations: { other: 'b' } } } } }),
    ],
    [{ resources: { memory: { limit: Size.gibibytes(1) } } }, inContainer({ resources: { limits: { cpu: '2' } } })],
    [{ resources: { memory: { limit: Size.gibibytes(1) } } }, added({ resources: { limits: { memory: '1Gi' } } })],
    [{ pod: { placement: { nodeSelector: { disk: 'ssd' } } } }, inPod({ nodeSelector: { arch: 'arm64' } })],
    [
      { lifecycle: { longestRequest: Duration.seconds(60) } },
      inContainer({ lifecycle: { postStart: { exec: { command: ['true'] } } } }),
    ],
    [{ lifecycle: { startupTime: Duration.seconds(9) } }, inContainer({ startupProbe: { timeoutSeconds: 1 } })],
    [
      { lifecycle: { disruptionBudget: true } },
      ({ disruptionBudget }) =>
        disruptionBudget!.addJsonPatch(JsonPatch.replace('/spec/unhealthyPodEvictionPolicy', 'IfHealthyBudget')),
    ],
  ])('what stands beside the required field is left to patches (%#)', (required, patch) => {
    const microservice = held(required);
    patch(microservice);
    expect(findingsOf(microservice)).toEqual([]);
  });

  test.each<[string, string, object, (microservice: Microservice) => void]>([
    [
      'shop/cart/workload',
      'labels.team was b',
      { metadata: { labels: { team: 'a' } } },
      (microservice) => ApiObject.of(microservice).metadata.addLabel('team', 'b'),
    ],
    [
      'shop/cart/service',
      'annotations.owner was b',
      { metadata: { annotations: { owner: 'a' } } },
      ({ service }) => service!.metadata.addAnnotation('owner', 'b'),
    ],
    [
      'shop/cart/network',
      'labels.team was c',
      { metadata: { labels: { team: 'a' } } },
      ({ networkPolicy }) => networkPolicy.metadata.addLabel('team', Lazy.any({ produce: () => 'c' }) as string),
    ],
    [
      '00-namespace-shop/namespace',
      'labels.team was b',
      { metadata: { labels: { team: 'a' } } },
      ({ node }) => (node.scope as ApplicationStack).namespaceBaseline!.namespaceObject.metadata.addLabel('team', 'b'),
    ],
  ])('%s cannot be given other metadata: %s', (path, given, required, change) => {
    const microservice = held(required);
    change(microservice);
    expect(findingsOf(microservice)).toEqual([
      expect.objectContaining({
        code: 'MS1027',
        path,
        given,
        allowed: 'a',
        fix: expect.stringContaining('leave it out'),
      }),
    ]);
  });

  test('can be said again in the metadata, and leaves other keys free', () => {
    const microservice = held({ metadata: { labels: { team: 'a' }, annotations: { owner: 'a' } } });
    for (const { metadata } of [microservice.workload, microservice.service!]) {
      metadata.addLabel('team', 'a');
      metadata.addLabel('tier', 'b');
      metadata.addAnnotation('owner', Lazy.any({ produce: () => 'a' }) as string);
      metadata.addAnnotation('note', 'b');
    }
    expect(findingsOf(microservice)).toEqual([]);
  });

  test('of annotations is reported once where an exposure states another value, which is left out', () => {
    const microservice = held({ metadata: { annotations: { owner: 'a' } } });
    microservice.expose({ public: true, annotations: { owner: 'b', note: 'c' } });
    expect(findingsOf(microservice)).toMatchObject([{ code: 'MS1027', path: 'shop/cart' }]);
    expect((microservice.node.findChild('exposure') as ApiObject).toJson().metadata.annotations).toEqual({
      owner: 'a',
      note: 'c',
    });
  });

  test('holds only for what is required, not for what is named without a value', () => {
    const microservice = held({ security: {} });
    microservice.patch({ spec: { template: { spec: { securityContext: { supplementalGroups: [1] } } } } });
    expect(codesOf(microservice)).toEqual([]);
  });
});

describe('under an App of cdk8s', () => {
  test('patches are in the output', () => {
    const stack = shop();
    const microservice = cart({}, stack);
    microservice.patch({ spec: { revisionHistoryLimit: 3 } });
    expect(
      Testing.synth(stack).find(({ kind }: { kind: string }) => kind === 'Deployment').spec.revisionHistoryLimit,
    ).toBe(3);
  });

  test('a patch without effect is an error in our words', () => {
    const stack = shop();
    cart({}, stack).patch({ spec: { replicas: 2 } });
    expect(() => Testing.synth(stack)).toThrow(
      /error MS0005 shop\/cart\/workload: a patch of Deployment cart changes nothing/,
    );
  });
});
