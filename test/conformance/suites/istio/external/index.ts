import { mkdirSync } from 'node:fs';
import * as path from 'node:path';
import { KubernetesObject, titleOf } from '../../../cluster/kubernetes-object';
import { podsOf, templateOf } from '../../../cluster/pods';
import { GATEWAY } from '../../../isolation';
import {
  Certificate,
  keyPairOf,
  makeAuthority,
  makeCertificate,
  OutsideHost,
  OutsideRequest,
  RunningPod,
} from '../../../mesh';
import { Context, Findings, problemWith } from '../../../suite';
import { Between, compared, Comparison } from '../comparison';
import { Change, MeshCluster } from '../mesh-cluster';
import { HOST, NAMESPACE, synthesizePayments } from './program';

const SUBJECT = 'an external service';
const RULE = 'DestinationRule';
const URL = `http://${HOST}/`;
const PORTS = { tls: 443, plain: 80 };

/** Judges calls to a host outside of the mesh: by its callers alone, and over TLS that their proxies begin. */
export async function judgeExternalService(
  { judge, findsPlanted, scratch }: Context,
  cluster: MeshCluster,
): Promise<void> {
  const folder = path.join(scratch, 'certificates');
  mkdirSync(folder, { recursive: true });
  const authority = await makeAuthority(folder, 'authority');
  const right = await makeCertificate(folder, 'right', HOST, authority);
  const otherHost = await makeCertificate(folder, 'other-host', 'other.example.com', authority);
  const otherAuthority = await makeCertificate(
    folder,
    'other-authority',
    HOST,
    await makeAuthority(folder, 'somebody'),
  );

  const system = synthesizePayments(path.join(scratch, 'external'), authority.certificate);
  const located = (kind: string, name?: string) =>
    system.objects.find(
      ({ manifest }) => manifest.kind === kind && (name === undefined || manifest.metadata.name === name),
    )!;
  const objects = system.objects.map(({ manifest }) => manifest);
  const rule = objects.find(({ kind, spec }) => kind === RULE && spec.host === HOST)!;
  await cluster.admit(objects.filter((manifest) => manifest.kind === 'Namespace'));
  await cluster.admit(objects.filter((manifest) => templateOf(manifest) === undefined));
  const hosts = [{ address: GATEWAY, names: [HOST] }];
  const pods = await Promise.all(
    podsOf(system.objects).map(({ manifest }) => cluster.kubelet.run(manifest, { hosts })),
  );
  const [payer, stranger] = ['payer', 'stranger'].map((name) =>
    pods.find(({ manifest }) => manifest.metadata.name === name)!,
  ) as [RunningPod, RunningPod];
  await cluster.settle();
  const outside = await OutsideHost.start(GATEWAY, PORTS, keyPairOf(right));

  const judged = async (
    pod: RunningPod,
    certificate: Certificate,
    kind: string,
    name: string,
    expected: Expected,
  ): Promise<Findings> => {
    outside.show(keyPairOf(certificate));
    const [result] = await pod.application.call({ url: URL, timeoutSeconds: 5 });
    const problems = compared('', `${pod.manifest.metadata.name} calls ${URL}`, expected(result, outside.requests()));
    return { judged: 1, problems: problems.map(({ message }) => problemWith(located(kind, name), message)) };
  };
  const answered = () => judged(payer, right, RULE, rule.metadata.name, ANSWERED);
  const refusesHost = () => judged(payer, otherHost, RULE, rule.metadata.name, REFUSED);
  const refusesStranger = () => judged(stranger, right, 'Sidecar', 'stranger', REFUSED);
  const under = async (change: Change, judge: () => Promise<Findings>): Promise<Findings> =>
    cluster.under(change, objects, judge);

  await judge(SUBJECT, 'its caller is answered, over TLS that the proxy begins', answered);
  await judge(SUBJECT, 'a certificate of another authority is refused', () =>
    judged(payer, otherAuthority, RULE, rule.metadata.name, REFUSED),
  );
  await judge(SUBJECT, 'a certificate for another host is refused', refusesHost);
  await judge(SUBJECT, 'another microservice of the namespace does not reach it', refusesStranger);
  await findsPlanted({ name: 'no TLS', object: titleOf(rule), message: /status 503 instead of 200/ }, () =>
    under({ removed: [rule] }, answered),
  );
  await findsPlanted(
    { name: 'no name in the certificate that is asked for', object: titleOf(rule), message: /requests 1 instead of 0/ },
    () => under({ applied: [anyName(rule)] }, refusesHost),
  );
  await findsPlanted(
    { name: 'no scope', object: `Sidecar ${NAMESPACE}/stranger`, message: /requests 1 instead of 0/ },
    () => under({ removed: [located('Sidecar', 'stranger').manifest] }, refusesStranger),
  );
  outside.stop();
}

type Expected = (result: { readonly status?: number }, seen: readonly OutsideRequest[]) => readonly Comparison[];

const ANSWERED: Expected = ({ status }, seen) => [
  ['status', status, 200],
  ['requests', seen.length, 1],
  ['TLS', seen[0]?.encrypted, true],
  ['name', seen[0]?.serverName, HOST],
];

/** Not in plain text either. */
const REFUSED: Expected = ({ status }, seen) => [
  ['status', status ?? 503, new Between(502, 503)],
  ['requests', seen.length, 0],
];

/** TLS that takes any name that an authority has signed. */
function anyName(rule: KubernetesObject): KubernetesObject {
  const { trafficPolicy } = rule.spec;
  const { subjectAltNames: _, ...tls } = trafficPolicy.tls;
  return { ...rule, spec: { ...rule.spec, trafficPolicy: { ...trafficPolicy, tls } } };
}
