import { Size } from 'cdk8s';
import { EnvFrom, EnvValue, Secret } from 'cdk8s-plus-27';
import { ExternalService, KnativeFeature, Port, Probe, Protocol, Volume } from '../../../../lib';
import { containerOf, revisionOf, shop, thumbnail } from '../program';

test('one port, by whose name Knative knows the protocol', () => {
  expect(containerOf(thumbnail()).ports).toEqual([{ name: 'http1', containerPort: 8080, protocol: 'TCP' }]);
  expect(
    containerOf(
      thumbnail({
        protocol: Protocol.GRPC,
        containerPort: 9000,
        probes: { readiness: Probe.grpc(), liveness: Probe.grpc() },
      }),
    ).ports,
  ).toEqual([{ name: 'h2c', containerPort: 9000, protocol: 'TCP' }]);
  expect(containerOf(thumbnail({ protocol: Protocol.HTTP2 })).ports).toEqual([
    { name: 'h2c', containerPort: 8080, protocol: 'TCP' },
  ]);
});

test('it is as hardened as the level restricted asks, at the container alone', () => {
  expect(containerOf(thumbnail()).securityContext).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  });
  expect(revisionOf(thumbnail())).not.toHaveProperty('securityContext');
});

test('users and groups are stated at the container too', () => {
  expect(containerOf(thumbnail({ security: { runAsUser: 1000, runAsGroup: 2000 } })).securityContext).toMatchObject({
    runAsUser: 1000,
    runAsGroup: 2000,
    runAsNonRoot: true,
  });
});

test('a /tmp of a bounded size stands beside a read-only root', () => {
  const revision = revisionOf(thumbnail());
  expect(revision.containers[0].volumeMounts).toEqual([{ name: 'tmp', mountPath: '/tmp' }]);
  expect(revision.volumes).toEqual([{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }]);
});

test('configuration, secrets and scratch space are mounted', () => {
  const revision = revisionOf(
    thumbnail({
      pod: {
        mounts: [
          Volume.configMapNamed('sizes', 'sizes').at('/etc/sizes'),
          Volume.secretNamed('key', 'key').at('/etc/key'),
          Volume.emptyDir('work', { sizeLimit: Size.gibibytes(1) }).at('/work'),
        ],
      },
    }),
  );
  expect(revision.containers[0].volumeMounts).toEqual([
    { name: 'key', mountPath: '/etc/key', readOnly: true },
    { name: 'sizes', mountPath: '/etc/sizes', readOnly: true },
    { name: 'tmp', mountPath: '/tmp' },
    { name: 'work', mountPath: '/work' },
  ]);
  expect(revision.volumes.map(({ name }: { name: string }) => name)).toEqual(['key', 'sizes', 'tmp', 'work']);
});

test('its environment is what is stated and the addresses of its callees', () => {
  const stack = shop();
  const secret = Secret.fromSecretName(stack, 'secret', 'thumbnail');
  const caller = thumbnail(
    {
      env: { QUALITY: '80' },
      pod: {
        envValues: { KEY: EnvValue.fromSecretValue({ secret, key: 'key' }) },
        envFrom: [new EnvFrom(undefined, 'S_', secret)],
      },
    },
    stack,
  );
  caller.calls(
    new ExternalService(stack, 'images', {
      host: 'images.example',
      ports: [Port.tls(443)],
      addresses: ['203.0.113.0/24'],
    }),
  );
  const { env, envFrom } = containerOf(caller);
  expect(env).toEqual([
    { name: 'IMAGES_ADDR', value: 'images.example:443' },
    { name: 'KEY', valueFrom: { secretKeyRef: { name: 'thumbnail', key: 'key' } } },
    { name: 'QUALITY', value: '80' },
  ]);
  expect(envFrom).toEqual([{ prefix: 'S_', secretRef: { name: 'thumbnail' } }]);
});

test('command, arguments, folder and resources are those of a microservice', () => {
  const { command, args, workingDir, resources, imagePullPolicy, name } = containerOf(
    thumbnail({ pod: { command: ['/app'], args: ['--fast'], workingDir: '/srv' } }),
  );
  expect({ command, args, workingDir, resources, imagePullPolicy, name }).toEqual({
    command: ['/app'],
    args: ['--fast'],
    workingDir: '/srv',
    imagePullPolicy: 'IfNotPresent',
    name: 'thumbnail',
    resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '256Mi' } },
  });
});

test('nothing is done before it ends: queue-proxy waits for its requests', () => {
  expect(containerOf(thumbnail())).not.toHaveProperty('lifecycle');
});

test('capabilities and fields of the pod, once Knative takes them', () => {
  const stack = shop({ features: [KnativeFeature.ADD_CAPABILITIES, KnativeFeature.FIELD_REF] });
  const { securityContext, env } = containerOf(
    thumbnail(
      {
        security: { addCapabilities: ['NET_BIND_SERVICE'] },
        pod: { envValues: { POD: EnvValue.fromFieldRef('metadata.name' as never) } },
      },
      stack,
    ),
  );
  expect(securityContext.capabilities).toEqual({ drop: ['ALL'], add: ['NET_BIND_SERVICE'] });
  expect(env).toEqual([{ name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }]);
});
