import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { find, ManifestObject, only, readManifests } from '../support/manifests';

const PROGRAM = path.join(__dirname, '../../apps/quickstart.ts');

describe('the quickstart', () => {
  const output = fs.mkdtempSync(path.join(os.tmpdir(), 'quickstart-'));
  let manifests: ManifestObject[];

  beforeAll(async () => {
    process.env.CDK8S_OUTDIR = output;
    await import(PROGRAM);
    delete process.env.CDK8S_OUTDIR;
    manifests = readManifests(output);
  });

  afterAll(() => fs.rmSync(output, { recursive: true }));

  test('has three lines after its imports', () => {
    const lines = fs
      .readFileSync(PROGRAM, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('import '));
    expect(lines).toHaveLength(3);
  });

  test('yields a namespace and a production-grade microservice', () => {
    expect(manifests.map(({ kind, metadata: { name } }) => `${kind} ${name}`)).toEqual([
      'Namespace shop',
      'NetworkPolicy default-deny',
      'ServiceAccount cart',
      'PodDisruptionBudget cart',
      'NetworkPolicy cart',
      'Service cart',
      'Deployment cart',
    ]);
  });

  test('the namespace admits none but hardened pods, and the pod is one', () => {
    expect(only(manifests, 'Namespace').metadata.labels).toMatchObject({
      'pod-security.kubernetes.io/enforce': 'restricted',
    });
    const { spec } = only(manifests, 'Deployment').spec.template;
    expect(spec).toMatchObject({
      serviceAccountName: 'cart',
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(spec.containers[0]!.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    });
  });

  test('it survives the loss of a pod, a node and a zone', () => {
    const { spec } = only(manifests, 'Deployment');
    expect(spec.replicas).toBe(2);
    expect(spec.template.spec.topologySpreadConstraints.map(({ topologyKey }) => topologyKey)).toEqual([
      'topology.kubernetes.io/zone',
      'kubernetes.io/hostname',
    ]);
    expect(only(manifests, 'PodDisruptionBudget').spec.maxUnavailable).toBe(1);
  });

  test('it starts, is updated and stops without losing a request', () => {
    const { spec } = only(manifests, 'Deployment');
    const [container] = spec.template.spec.containers;
    expect(spec.strategy.rollingUpdate).toEqual({ maxUnavailable: 0, maxSurge: '25%' });
    for (const probe of [container!.startupProbe, container!.readinessProbe, container!.livenessProbe])
      expect(probe.tcpSocket).toEqual({ port: 8080 });
    expect(container!.lifecycle.preStop.sleep.seconds).toBe(10);
    expect(spec.template.spec.terminationGracePeriodSeconds).toBe(45);
  });

  test('its network is closed but for name resolution', () => {
    const { spec } = find(manifests, 'NetworkPolicy', 'cart');
    expect(spec.policyTypes).toEqual(['Ingress', 'Egress']);
    expect(spec).not.toHaveProperty('ingress');
    expect(spec.egress.map(({ ports }) => ports.map(({ port }) => port))).toEqual([[53, 53]]);
  });
});
