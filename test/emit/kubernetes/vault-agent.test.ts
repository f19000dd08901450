import { Duration } from 'cdk8s';
import {
  ApplicationStack,
  App,
  ClusterFacts,
  IstioMesh,
  Job,
  KnativeServing,
  Microservice,
  NetworkPeer,
  Platform,
  ServerlessFunction,
  VaultFile,
} from '../../../lib';

const PEERS = [NetworkPeer.pods({ namespace: 'vault', labels: { 'app.kubernetes.io/name': 'vault' } })];
const cluster = new ClusterFacts({ storage: { secrets: { vault: { peers: PEERS, audience: 'vault' } } } });
const shop = (platform: Platform = new Platform({ cluster })) => new ApplicationStack(new App(), 'shop', { platform });
const image = 'ghcr.io/acme/cart:1.4.2';
const file = VaultFile.of('/vault/secrets/db', 'secret/data/shop/db', {
  template: '{{ with secret "secret/data/shop/db" }}{{ .Data.data.password }}{{ end }}',
  mode: 0o400,
});

interface Made {
  readonly workload: { toJson(): any };
  readonly networkPolicy: { toJson(): any };
}

const templateOf = ({ workload }: Made) => workload.toJson().spec.template;

/** Annotations for Vault's injector, without their domain. */
function annotationsOf(made: Made): Record<string, string> {
  const annotations = templateOf(made).metadata.annotations as Record<string, string>;
  const start = 'vault.hashicorp.com/';
  return Object.fromEntries(
    Object.entries(annotations).flatMap(([key, value]) =>
      key.startsWith(start) ? [[key.slice(start.length), value]] : [],
    ),
  );
}

test('the injector writes the file in the container that states it', () => {
  const cart = new Microservice(shop(), 'cart', {
    image,
    pod: { mounts: [file], containers: [{ name: 'proxy', image: 'acme/proxy:1' }] },
  });
  expect(annotationsOf(cart)).toEqual({
    'agent-inject': 'true',
    role: 'cart',
    'agent-inject-containers': 'cart',
    'agent-service-account-token-volume-name': 'vault-token',
    'agent-inject-secret-1': 'secret/data/shop/db',
    'agent-inject-file-1': 'db',
    'secret-volume-path-1': '/vault/secrets',
    'agent-inject-template-1': '{{ with secret "secret/data/shop/db" }}{{ .Data.data.password }}{{ end }}',
    'agent-inject-perms-1': '0400',
  });
  const { volumes, containers } = templateOf(cart).spec;
  expect(volumes).toContainEqual({
    name: 'vault-token',
    projected: { sources: [{ serviceAccountToken: { path: 'token', audience: 'vault' } }] },
  });
  expect(volumes.map(({ name }: { name: string }) => name)).not.toContain('vault-secrets');
  expect(containers[0].volumeMounts).toContainEqual({
    name: 'vault-token',
    mountPath: '/var/run/secrets/vault',
    readOnly: true,
  });
});

test('the pods reach Vault, and no other address', () => {
  const egressOf = (mounts: VaultFile[]) =>
    new Microservice(shop(), 'cart', { image, pod: { mounts } }).networkPolicy.toJson().spec.egress;
  const added = egressOf([file]).filter(
    (rule: object) => !egressOf([]).some((other: object) => JSON.stringify(other) === JSON.stringify(rule)),
  );
  expect(added).toEqual([
    {
      to: [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'vault' } },
          podSelector: { matchLabels: { 'app.kubernetes.io/name': 'vault' } },
        },
      ],
      ports: [{ port: 8200, protocol: 'TCP' }],
    },
  ]);
});

test('an init container that reads a file starts behind the agent', () => {
  const migrate = { name: 'migrate', image: 'acme/migrate:1', mounts: [file] };
  const cart = new Microservice(shop(), 'cart', { image, pod: { initContainers: [migrate] } });
  expect(annotationsOf(cart)).toMatchObject({ 'agent-init-first': 'true' });
  expect(annotationsOf(cart)).not.toHaveProperty('agent-inject-containers');
});

test('in a mesh, the agent reaches Vault past the proxy, which runs later', () => {
  const stack = shop(new Platform({ cluster, mesh: new IstioMesh() }));
  const cart = new Microservice(stack, 'cart', { image, pod: { mounts: [file] } });
  const report = new Job(stack, 'report', {
    image,
    run: { activeDeadline: Duration.hours(1) },
    pod: { mounts: [file] },
  });
  for (const made of [cart, report])
    expect(templateOf(made).metadata.annotations).toMatchObject({
      'traffic.sidecar.istio.io/excludeOutboundPorts': '53,8200',
    });
});

test('the agent of a job ends before its containers start, and so does not keep the pod', () => {
  const report = new Job(shop(), 'report', {
    image,
    run: { activeDeadline: Duration.hours(1) },
    pod: { mounts: [VaultFile.of('/vault/secrets/db', 'kv/db', { role: 'batch' })] },
  });
  expect(annotationsOf(report)).toMatchObject({ 'agent-pre-populate-only': 'true', role: 'batch' });
});

test('a function has files of Vault too', () => {
  const stack = shop(new Platform({ cluster, functions: new KnativeServing() }));
  const thumbnail = new ServerlessFunction(stack, 'thumbnail', { image, pod: { mounts: [file] } });
  expect(annotationsOf(thumbnail)).toMatchObject({ 'agent-inject': 'true', role: 'thumbnail' });
});

test('a workload without files of Vault has nothing of it', () => {
  const cart = new Microservice(shop(), 'cart', { image });
  expect(JSON.stringify(cart.workload.toJson())).not.toContain('vault');
});
