import { installCustomResourceDefinitions } from '../../cluster/custom-resource-definitions';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { podsOf } from '../../cluster/pods';
import type { LocatedObject } from '../../manifests';
import { CallResult, RunningPod, ScheduledPods, ServiceAddresses } from '../../mesh';
import { until } from '../../processes';
import { Context, Findings, Problem, problemWith, Suite } from '../../suite';
import { MESH_JUDGES } from '../../suite-judges';
import { MeshCluster } from '../istio/mesh-cluster';
import { startKeda } from '../keda/installation';
import { reach } from '../keda/replicas';
import { isReady } from '../keda/readiness';
import { ADD_ON, startInterceptor, startScaler } from './add-on';
import { COOLDOWN_SECONDS, NAMESPACE, shop, START_SECONDS } from './program';

const SUBJECT = 'microservices that scale to zero';
const INTERCEPTOR = 'spiffe://cluster.local/ns/keda/sa/keda-add-ons-http-interceptor';
/** Requests at once, beyond what one replica is for. */
const MANY = 20;
const STRANGER = 'stranger';
const COLD_START = 'x-keda-http-cold-start';
/**
 * The Service of the interceptor names no protocol, and the stock Envoy says none by ALPN: its proxy then refuses
 * connections instead of requests.
 */
const CUT = /reset reason: connection termination/;
const HOLDS = ['v1', 'apps/v1', 'networking.istio.io/v1', 'security.istio.io/v1', 'http.keda.sh/v1beta1'];
/** A pod may take its leave of requests before it ends. */
const LEAVING_SECONDS = 40;

/**
 * Tests that an activator holds and answers the first request to a microservice without a replica, with real proxies
 * all along its way.
 */
export const scaleToZero: Suite = {
  name: 'scale-to-zero',
  decides:
    'with real KEDA, its HTTP add-on and real proxies, the first request to a microservice without a replica is ' +
    'held until one is ready',
  judges: [
    ...MESH_JUDGES,
    'keda-operator',
    'keda-admission-webhooks',
    'keda-metrics-apiserver',
    'keda-http-interceptor',
    'keda-http-scaler',
  ],
  needs: ['namespaces', 'user ids', 'openssl'],
  load: { seconds: 84, cores: 0.6 },
  run: async (context) => {
    const objects = shop(context.scratch);
    let running: Running | undefined;
    try {
      await context.judge(SUBJECT, 'KEDA, its HTTP add-on and a caller run', async () => {
        running = await start(objects);
        return { judged: objects.length, problems: [] };
      });
      if (running !== undefined) await judge(context, running, objects);
    } finally {
      await running?.stop();
    }
  },
};

interface Running {
  readonly cluster: MeshCluster;
  readonly caller: RunningPod;
  /** In the mesh, with an account that nobody names. */
  readonly stranger: RunningPod;
  readonly scheduled: ScheduledPods;
  stop(): Promise<void>;
}

async function start(objects: readonly LocatedObject[]): Promise<Running> {
  const cluster = await MeshCluster.start('scale-to-zero');
  const { client } = cluster.controlPlane;
  await installCustomResourceDefinitions(client, new Set(['http.keda.sh']));
  await startKeda(cluster.controlPlane);
  await cluster.admit([
    ...ADD_ON,
    ...objects
      .map(({ manifest }) => manifest)
      .filter(
        ({ apiVersion, kind, metadata }) =>
          HOLDS.includes(apiVersion) && !(kind === 'Deployment' && metadata.name === 'frontend'),
      ),
  ]);
  const addresses = await ServiceAddresses.start(client);
  const scheduled = ScheduledPods.start(client, cluster.kubelet, () => ({}));
  await startInterceptor(cluster);
  await startScaler(cluster.controlPlane);
  await cluster.admit(scaledObjects(objects).map(({ manifest }) => manifest));
  await cluster.admit([
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: STRANGER, namespace: NAMESPACE } },
  ]);
  const frontend = podsOf(
    objects.filter(({ manifest }) => manifest.kind === 'Deployment' && manifest.metadata.name === 'frontend'),
  )[0]!.manifest;
  const [caller, stranger] = await Promise.all(
    [
      frontend,
      {
        ...frontend,
        metadata: { ...frontend.metadata, name: STRANGER, labels: {} },
        spec: { ...frontend.spec, serviceAccountName: STRANGER },
      },
    ].map((pod) => cluster.kubelet.run(pod)),
  );
  await cluster.settle();
  return {
    cluster,
    caller: caller!,
    stranger: stranger!,
    scheduled,
    stop: async () => {
      await scheduled.stop();
      await addresses.stop();
      await cluster.stop();
    },
  };
}

async function judge(
  { judge: ask, findsPlanted }: Context,
  { cluster, caller, stranger, scheduled }: Running,
  objects: readonly LocatedObject[],
): Promise<void> {
  const { client } = cluster.controlPlane;
  const scaled = scaledObjects(objects);
  const of = (name: string) => scaled.find(({ manifest }) => manifest.metadata.name === name)!;
  const url = (name: string, scheme = 'http') => `${scheme}://${addressOf(objects, name)}`;
  const zero = (...names: readonly string[]) => ended(cluster, names.map(of));
  await ask(SUBJECT, 'KEDA takes every ScaledObject, and hears of each from the scaler', () => isReady(client, scaled));
  await ask(SUBJECT, 'without requests, no replica runs', () => zero('web', 'greeter', 'never'));
  await ask(SUBJECT, 'the first request is held until a replica is ready, and answered', async () => {
    const [result] = await caller.application.call({ url: `${url('web')}/first`, timeoutSeconds: START_SECONDS + 10 });
    return judgeAnswer(of('web'), result, 'true');
  });
  await ask(SUBJECT, 'the callee sees the interceptor as its caller, and the host by its full name', async () =>
    judgeSeen(of('web'), await seenBy(scheduled, 'web')),
  );
  await ask(SUBJECT, 'the next one is not held', async () => {
    const [result] = await caller.application.call({ url: `${url('web')}/second` });
    return judgeAnswer(of('web'), result, 'false');
  });
  const greets = () => judgeCall(of('greeter'), caller, `${url('greeter', 'grpc')}/acme.Greeter/Greet`);
  await ask(SUBJECT, 'a first call of gRPC is held and answered', greets);
  await ask(SUBJECT, 'where no replica starts in time, the caller is told so', async () => {
    const [{ status, seconds, body }] = await caller.application.call({
      url: `${url('never')}/`,
      timeoutSeconds: START_SECONDS + 10,
    });
    return {
      judged: 1,
      problems:
        status === 504
          ? []
          : [problemWith(of('never'), `it was answered ${status} after ${seconds.toFixed(1)} s: ${body}`)],
    };
  });
  const refused = () => isRefused(of('web'), stranger, url('web'));
  await ask(SUBJECT, 'strangers are refused, at the interceptor too', refused);
  await ask(SUBJECT, 'once no request came for the cooldown, no replica runs', () => zero('web', 'greeter'));
  await ask(SUBJECT, `of ${MANY} first requests at once, none is lost`, async () => {
    const results = await caller.application.call({
      url: `${url('web')}/many`,
      count: MANY,
      concurrency: MANY,
      timeoutSeconds: START_SECONDS + 10,
    });
    const lost = results.filter(({ status }) => status !== 200);
    return {
      judged: results.length,
      problems:
        lost.length === 0
          ? []
          : [
              problemWith(
                of('web'),
                `${lost.length} were not answered, the first: ${lost[0]!.status ?? lost[0]!.error} ` +
                  `${lost[0]!.body.slice(0, 200)}`,
              ),
            ],
    };
  });
  await planted(
    { findsPlanted },
    cluster,
    caller,
    { url: url('web'), object: of('web'), zero: () => zero('web'), refused, greets },
    objects,
  );
}

async function planted(
  { findsPlanted }: Pick<Context, 'findsPlanted'>,
  cluster: MeshCluster,
  caller: RunningPod,
  web: {
    readonly url: string;
    readonly object: LocatedObject;
    readonly zero: () => Promise<Findings>;
    readonly refused: () => Promise<Findings>;
    readonly greets: () => Promise<Findings>;
  },
  objects: readonly LocatedObject[],
): Promise<void> {
  const manifests = objects.map(({ manifest }) => manifest);
  const find = (kind: string) =>
    structuredClone(
      manifests.find(
        (manifest) =>
          manifest.kind === kind && manifest.metadata.name === 'web' && manifest.metadata.namespace === NAMESPACE,
      )!,
    ) as any;
  const asked = async () =>
    judgeAnswer(
      web.object,
      (await caller.application.call({ url: `${web.url}/planted`, timeoutSeconds: START_SECONDS + 10 }))[0],
      'true',
    );
  const policy = find('AuthorizationPolicy');
  policy.spec.rules[0].from[0].source.serviceAccounts = [`${NAMESPACE}/frontend`];
  await findsPlanted(
    {
      name: 'a policy that names the caller instead of the interceptor',
      object: `ScaledObject ${NAMESPACE}/web`,
      message: /it was answered 403/,
    },
    () => cluster.under({ applied: [policy as KubernetesObject] }, manifests, asked),
  );
  const guards = manifests.filter(
    ({ kind, metadata }) => kind === 'AuthorizationPolicy' && metadata.namespace !== NAMESPACE,
  );
  await findsPlanted(
    {
      name: 'an interceptor that lets everybody through',
      object: `ScaledObject ${NAMESPACE}/web`,
      message: /a stranger was answered 200/,
    },
    () => cluster.under({ removed: guards }, manifests, web.refused),
  );
  const route = find('InterceptorRoute');
  route.spec.rules[0].hosts = ['other.shop.svc.cluster.local'];
  await findsPlanted(
    {
      name: 'a host that the interceptor does not know',
      object: `ScaledObject ${NAMESPACE}/web`,
      message: /it was answered 404/,
    },
    () => cluster.under({ applied: [route as KubernetesObject] }, manifests, asked),
  );
  const service = structuredClone(
    manifests.find(({ kind, metadata }) => kind === 'Service' && metadata.name === 'greeter')!,
  ) as any;
  service.spec.ports[0].appProtocol = 'grpc';
  await findsPlanted(
    {
      name: 'a Service of gRPC whose protocol the interceptor does not know',
      object: `ScaledObject ${NAMESPACE}/greeter`,
      message: /it ended with/,
    },
    () => cluster.under({ applied: [service as KubernetesObject] }, manifests, web.greets),
  );
  const direct = find('VirtualService');
  direct.spec.http = direct.spec.http
    .filter(({ name }: any) => name === 'from-activator')
    .map(({ match: _, ...rest }: any) => rest);
  await findsPlanted(
    { name: 'a route past the interceptor', object: `ScaledObject ${NAMESPACE}/web`, message: /it was answered 503/ },
    () =>
      cluster.under({ applied: [direct as KubernetesObject] }, manifests, async () => {
        await web.zero();
        return asked();
      }),
  );
}

/** Waits until no replica is asked for, and none is left. */
async function ended({ controlPlane: { client } }: MeshCluster, objects: readonly LocatedObject[]): Promise<Findings> {
  const { judged, problems } = await reach(client, objects, () => 0, COOLDOWN_SECONDS + LEAVING_SECONDS);
  const left = async ({ manifest: { metadata } }: LocatedObject) =>
    (await client.list('v1', 'Pod', NAMESPACE)).filter(
      ({ metadata: { labels } }) => labels?.['app.kubernetes.io/name'] === metadata.name,
    ).length;
  const late = await Promise.all(
    objects.map((object) =>
      until(async () => (await left(object)) === 0, LEAVING_SECONDS).then(
        () => [],
        async () => [problemWith(object, `${await left(object)} of its pods are left`)],
      ),
    ),
  );
  return { judged, problems: [...problems, ...late.flat()] };
}

function scaledObjects(objects: readonly LocatedObject[]): LocatedObject[] {
  return objects.filter(({ manifest }) => manifest.kind === 'ScaledObject');
}

/** Address of a callee for the caller, in the program's manifests. */
function addressOf(objects: readonly LocatedObject[], name: string): string {
  const [container] = objects.find(
    ({ manifest: { kind, metadata } }) => kind === 'Deployment' && metadata.name === 'frontend',
  )!.manifest.spec.template.spec.containers;
  return (container.env as any[]).find((variable) => variable.name === `${name.toUpperCase()}_ADDR`).value as string;
}

/** A stranger asks as the caller does, and then the interceptor itself. */
async function isRefused(object: LocatedObject, { application }: RunningPod, url: string): Promise<Findings> {
  const host = `${object.manifest.metadata.name}.${NAMESPACE}.svc.cluster.local`;
  const interceptor = 'http://keda-add-ons-http-interceptor-proxy.keda:8080/';
  // The interceptor takes a host in brackets, as of IPv6, for the same.
  const answers = await Promise.all(
    [{ url }, ...[host, `[${host}]:8080`].map((spelled) => ({ url: interceptor, headers: { host: spelled } }))].map(
      async (options) => (await application.call({ ...options, timeoutSeconds: START_SECONDS + 10 }))[0],
    ),
  );
  return {
    judged: answers.length,
    problems: answers
      .filter(({ status, body }) => status !== 403 && !CUT.test(body))
      .map(({ status, error, body }) =>
        problemWith(object, `a stranger was answered ${status ?? error}: ${body.slice(0, 200)}`),
      ),
  };
}

function judgeAnswer(
  object: LocatedObject,
  { status, headers, seconds, error, body }: CallResult,
  coldStart: string,
): Findings {
  const problems: Problem[] = [
    ...(status === 200
      ? []
      : [
          problemWith(
            object,
            `it was answered ${status ?? error} after ${seconds.toFixed(1)} s: ${body.slice(0, 200)}`,
          ),
        ]),
    ...(status !== 200 || headers[COLD_START] === coldStart
      ? []
      : [problemWith(object, `${COLD_START} was ${headers[COLD_START]} after ${seconds.toFixed(1)} s`)]),
  ];
  return { judged: 1, problems };
}

async function judgeCall(object: LocatedObject, { application }: RunningPod, url: string): Promise<Findings> {
  const [{ grpcStatus, error, seconds, body }] = await application.call({ url, timeoutSeconds: START_SECONDS + 10 });
  return {
    judged: 1,
    problems:
      grpcStatus === 0
        ? []
        : [
            problemWith(
              object,
              `it ended with ${grpcStatus ?? error} after ${seconds.toFixed(1)} s: ${body.slice(0, 200)}`,
            ),
          ],
  };
}

async function seenBy(scheduled: ScheduledPods, name: string): Promise<any[]> {
  const pods = scheduled.all.filter(({ manifest }) => manifest.metadata.labels?.['app.kubernetes.io/name'] === name);
  return (await Promise.all(pods.map(({ application }) => application.requests()))).flat();
}

function judgeSeen(object: LocatedObject, seen: readonly any[]): Findings {
  const host = `${object.manifest.metadata.name}.${NAMESPACE}.svc.cluster.local`;
  return {
    judged: seen.length,
    problems: seen.flatMap(({ identity, headers }) => [
      ...(identity === INTERCEPTOR ? [] : [problemWith(object, `its caller was ${identity}`)]),
      ...((headers.host ?? headers[':authority']) === host
        ? []
        : [problemWith(object, `the host was ${headers.host ?? headers[':authority']}`)]),
    ]),
  };
}
