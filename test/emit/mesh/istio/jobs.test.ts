import { Duration } from 'cdk8s';
import {
  ClusterFactsProps,
  IstioMeshProps,
  Job,
  KubernetesVersion,
  Retries,
  ScheduledJob,
  SidecarMode,
} from '../../../../lib';
import { find } from '../../../support/manifests';
import { codesOf } from '../../kubernetes/program';
import { IstioProgram, labelsOf } from './program';

const PROPS = { image: 'acme/report:1', run: { activeDeadline: Duration.hours(1) } };
const NATIVE = 'sidecar.istio.io/nativeSidecar';

const on = (version: string): ClusterFactsProps => ({ kubernetesVersion: KubernetesVersion.of(version) });

function programOf(mesh: IstioMeshProps = {}, cluster: ClusterFactsProps = {}) {
  const program = new IstioProgram(mesh, cluster);
  return { program, job: new Job(program.shop, 'report', PROPS) };
}

const annotationsOf = ({ program }: ReturnType<typeof programOf>) =>
  find(program.written(), 'Job', 'report').spec.template.metadata.annotations;

test('the proxy of a job is native, as that of all', () => {
  expect(annotationsOf(programOf())).toEqual({ 'traffic.sidecar.istio.io/excludeOutboundPorts': '53' });
});

test('the proxy of a job is native where those of others are classic', () => {
  const made = programOf({ sidecars: SidecarMode.CLASSIC }, on('1.29'));
  expect(codesOf(made.job)).toEqual([]);
  expect(annotationsOf(made)).toHaveProperty([NATIVE], 'true');
});

test('a finding says that a classic proxy keeps a job from ending', () => {
  const made = programOf({ sidecars: SidecarMode.CLASSIC }, on('1.28'));
  expect(codesOf(made.job)).toEqual(['MS1088']);
  made.job.acknowledge('MS1088', 'it ends the proxy itself when it is done');
  expect(annotationsOf(made)).toMatchObject({
    [NATIVE]: 'false',
    'proxy.istio.io/config': '{"holdApplicationUntilProxyStarts":true}',
  });
});

test('a finding says that an init container of a job calls before a classic proxy runs', () => {
  const initContainers = [{ name: 'wait', image: 'acme/wait:1', calls: true }];
  const codes = (version: string, calls: boolean) => {
    const { shop } = new IstioProgram({ sidecars: SidecarMode.CLASSIC }, on(version));
    const pod = { initContainers: initContainers.map((each) => ({ ...each, calls })) };
    return codesOf(new Job(shop, 'report', { ...PROPS, pod })).sort();
  };
  expect(codes('1.28', true)).toEqual(['MS1088', 'MS4003']);
  expect(codes('1.28', false)).toEqual(['MS1088']);
  expect(codes('1.29', true)).toEqual([]);
});

test('a finding says that the namespace refuses the init container of the mesh', () => {
  expect(codesOf(programOf({ cni: false }).job)).toEqual(['MS4006']);
});

test('the callee knows a scheduled job by its identity, and the proxy of the job knows the callee alone', () => {
  const program = new IstioProgram();
  const web = program.serve('web');
  const job = new ScheduledJob(program.shop, 'report', { ...PROPS, schedule: '@daily' });
  job.calls(web, { timeout: Duration.seconds(2), idempotent: true, retries: Retries.upTo(1) });
  expect(codesOf(program.shop)).toEqual([]);
  const written = program.written();
  const [rule] = find(written, 'AuthorizationPolicy', 'web').spec.rules;
  expect(rule!.from).toEqual([{ source: { serviceAccounts: ['shop/report'] } }]);
  const { spec } = find(written, 'Sidecar', 'report');
  expect(spec.workloadSelector.labels).toEqual(labelsOf('report'));
  expect(spec.egress[0]!.hosts).toEqual(['./web.shop.svc.cluster.local']);
  expect(find(written, 'VirtualService', 'web').spec.http[0]).toMatchObject({ timeout: '2s' });
});
