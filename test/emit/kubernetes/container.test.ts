import { Size } from 'cdk8s';
import { Cpu, ImagePullPolicy } from 'cdk8s-plus-27';
import { Platform } from '../../../lib/platform';
import { Port, Probe } from '../../../lib/values';
import { cart, containerOf, podOf, shop, shopOn } from './program';

const DIGEST = `sha256:${'0a'.repeat(32)}`;

describe('image', () => {
  test('is the one stated, pulled only where the node has none', () => {
    expect(containerOf(cart())).toMatchObject({ image: 'ghcr.io/acme/cart:1.4.2', imagePullPolicy: 'IfNotPresent' });
  });

  test("comes from the platform's map and mirror, for every container", () => {
    const platform = new Platform({
      images: { cart: `ghcr.io/acme/cart@${DIGEST}` },
      registryMirrors: { 'ghcr.io': 'mirror.corp/ghcr', 'docker.io': 'mirror.corp/hub' },
    });
    const microservice = cart(
      {
        image: 'cart',
        pod: {
          initContainers: [{ name: 'wait', image: 'busybox:1.36' }],
          containers: [{ name: 'proxy', image: 'acme/proxy:1' }],
        },
      },
      shop({ platform }),
    );
    expect(containerOf(microservice).image).toBe(`mirror.corp/ghcr/acme/cart@${DIGEST}`);
    expect(containerOf(microservice, 'wait').image).toBe('mirror.corp/hub/library/busybox:1.36');
    expect(containerOf(microservice, 'proxy').image).toBe('mirror.corp/hub/acme/proxy:1');
  });

  test('the pull policy and the pull secrets can be stated', () => {
    const microservice = cart({
      pod: {
        imagePullPolicy: ImagePullPolicy.ALWAYS,
        imagePullSecrets: ['registry', 'other'],
        containers: [{ name: 'proxy', image: 'acme/proxy:1' }],
      },
    });
    expect(containerOf(microservice).imagePullPolicy).toBe('Always');
    expect(containerOf(microservice, 'proxy').imagePullPolicy).toBe('Always');
    expect(podOf(microservice).imagePullSecrets).toEqual([{ name: 'registry' }, { name: 'other' }]);
  });
});

describe('process', () => {
  test("is the image's where nothing is said", () => {
    for (const field of ['command', 'args', 'workingDir']) expect(containerOf(cart())).not.toHaveProperty(field);
  });

  test('command, arguments and working directory as stated', () => {
    expect(
      containerOf(cart({ pod: { command: ['/bin/cart'], args: ['--port', '$(PORT)'], workingDir: '/srv' } })),
    ).toMatchObject({ command: ['/bin/cart'], args: ['--port', '$(PORT)'], workingDir: '/srv' });
  });
});

describe('ports', () => {
  test('are the ones the container listens on, named after their protocols', () => {
    const ports = [Port.grpc(7070), Port.http(80, { name: 'admin', targetPort: 8080 }), Port.udp(53)];
    expect(containerOf(cart({ ports })).ports).toEqual([
      { name: 'grpc', containerPort: 7070, protocol: 'TCP' },
      { name: 'http-admin', containerPort: 8080, protocol: 'TCP' },
      { name: 'udp', containerPort: 53, protocol: 'UDP' },
    ]);
  });

  test('a container port stands once although two ports of the Service lead to it', () => {
    const ports = [Port.http(80, { targetPort: 8080 }), Port.http(8080, { name: 'alt' })];
    expect(containerOf(cart({ ports })).ports).toEqual([{ name: 'http', containerPort: 8080, protocol: 'TCP' }]);
  });

  test('a worker has none', () => {
    expect(containerOf(cart())).not.toHaveProperty('ports');
  });

  test('other containers have none', () => {
    const microservice = cart({
      ports: [Port.grpc(7070)],
      pod: { containers: [{ name: 'proxy', image: 'acme/proxy:1' }] },
    });
    expect(containerOf(microservice, 'proxy')).not.toHaveProperty('ports');
  });
});

describe('resources', () => {
  test('a small request, memory bounded, CPU not', () => {
    expect(containerOf(cart()).resources).toEqual({
      requests: { cpu: '100m', memory: '256Mi' },
      limits: { memory: '256Mi' },
    });
  });

  test('amounts in their shortest form', () => {
    const resources = {
      cpu: { request: Cpu.units(0.5), limit: Cpu.millis(2000) },
      memory: { request: Size.mebibytes(1024), limit: Size.gibibytes(1.5) },
      ephemeralStorage: { request: Size.kibibytes(2048), limit: Size.gibibytes(1) },
    };
    expect(containerOf(cart({ resources })).resources).toEqual({
      requests: { cpu: '500m', memory: '1Gi', 'ephemeral-storage': '2Mi' },
      limits: { cpu: '2', memory: '1536Mi', 'ephemeral-storage': '1Gi' },
    });
  });

  test('each container has its own', () => {
    const microservice = cart({
      resources: { memory: { limit: Size.gibibytes(1) } },
      pod: {
        initContainers: [{ name: 'wait', image: 'busybox:1.36' }],
        containers: [{ name: 'proxy', image: 'acme/proxy:1', resources: { cpu: { limit: Cpu.millis(200) } } }],
      },
    });
    expect(containerOf(microservice, 'wait').resources).toEqual({
      requests: { cpu: '100m', memory: '256Mi' },
      limits: { memory: '256Mi' },
    });
    expect(containerOf(microservice, 'proxy').resources).toEqual({
      requests: { cpu: '200m', memory: '256Mi' },
      limits: { cpu: '200m', memory: '256Mi' },
    });
  });
});

describe('other containers', () => {
  const names = (containers: readonly { readonly name: string }[]) => containers.map(({ name }) => name);
  const props = {
    pod: {
      initContainers: [
        { name: 'wait', image: 'busybox:1.36', command: ['sh', '-c', 'true'] },
        { name: 'migrate', image: 'acme/migrate:1', env: { A: '1' } },
      ],
      containers: [
        {
          name: 'proxy',
          image: 'acme/proxy:1',
          sidecar: true,
          probes: { readiness: Probe.http('/ready', { port: 15021 }) },
        },
        { name: 'logs', image: 'acme/logs:1' },
      ],
    },
  };

  test('init containers first and in order, then native sidecars; the main container first among the rest', () => {
    const { initContainers, containers } = podOf(cart(props));
    expect(names(initContainers)).toEqual(['wait', 'migrate', 'proxy']);
    expect(names(containers)).toEqual(['cart', 'logs']);
  });

  test.each(['1.29', '1.30', '1.36'])('on %s a sidecar starts first and is kept running', (version) => {
    const microservice = cart(props, shopOn(version));
    expect(names(podOf(microservice).initContainers)).toContain('proxy');
    expect(containerOf(microservice, 'proxy').restartPolicy).toBe('Always');
    expect(containerOf(microservice, 'logs')).not.toHaveProperty('restartPolicy');
    expect(containerOf(microservice, 'wait')).not.toHaveProperty('restartPolicy');
  });

  test.each(['1.27', '1.28'])('on %s a sidecar is an ordinary container', (version) => {
    const microservice = cart(props, shopOn(version));
    expect(names(podOf(microservice).initContainers)).toEqual(['wait', 'migrate']);
    expect(names(podOf(microservice).containers)).toEqual(['cart', 'proxy', 'logs']);
    expect(containerOf(microservice, 'proxy')).not.toHaveProperty('restartPolicy');
  });

  test('have their own command and variables, and only the probes that were stated', () => {
    const microservice = cart(props);
    expect(containerOf(microservice, 'wait').command).toEqual(['sh', '-c', 'true']);
    expect(containerOf(microservice, 'migrate').env).toEqual([{ name: 'A', value: '1' }]);
    expect(containerOf(microservice, 'proxy').readinessProbe).toMatchObject({
      httpGet: { path: '/ready', port: 15021 },
    });
    for (const probe of ['startupProbe', 'livenessProbe'])
      expect(containerOf(microservice, 'proxy')).not.toHaveProperty(probe);
    expect(containerOf(microservice, 'logs')).not.toHaveProperty('readinessProbe');
  });

  test.each<[string, string, object]>([
    ['1.30', 'the kubelet', { sleep: { seconds: 10 } }],
    ['1.29', 'the image', { exec: { command: ['sleep', '10'] } }],
  ])('on %s those that the kubelet would end with the main one wait as it does, by %s', (version, _, preStop) => {
    const microservice = cart({ ...props, ports: [Port.http(80)] }, shopOn(version));
    for (const name of ['cart', 'logs']) expect(containerOf(microservice, name).lifecycle).toEqual({ preStop });
    for (const name of ['wait', 'migrate', 'proxy'])
      expect(containerOf(microservice, name)).not.toHaveProperty('lifecycle');
  });

  test('a sidecar that runs as an ordinary container waits too', () => {
    expect(containerOf(cart({ ...props, ports: [Port.http(80)] }, shopOn('1.28')), 'proxy').lifecycle).toEqual({
      preStop: { exec: { command: ['sleep', '10'] } },
    });
  });

  test('beside a worker end at once, as it does', () => {
    expect(containerOf(cart(props), 'logs')).not.toHaveProperty('lifecycle');
  });

  test('can be given another end by a patch', () => {
    const microservice = cart({ ...props, ports: [Port.http(80)] });
    microservice.patchContainer('logs', { lifecycle: { preStop: { sleep: null, exec: { command: ['flush'] } } } });
    expect(containerOf(microservice, 'logs').lifecycle).toEqual({ preStop: { exec: { command: ['flush'] } } });
  });

  test('a pod without any has no list of init containers', () => {
    expect(podOf(cart())).not.toHaveProperty('initContainers');
  });
});
