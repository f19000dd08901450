import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { Context, Findings } from '../../suite';
import { compared, Comparison } from '../istio/comparison';
import { Answered, askPlainly, askSecurely, askTogether, Request } from './client';
import { CATALOGUE, HOSTS, LONGEST_SECONDS, NAMESPACE } from './program';
import type { Running } from './running';
import { CHALLENGE } from './surroundings';

const SUBJECT = 'exposures behind a gateway';
const EVENT = 'data: event\n\n';
/** Seconds between the first event of a stream and the last one. */
const STREAM_SECONDS = LONGEST_SECONDS + 2;
const [LLM, WEB] = ['llm', 'web'].map((name) => `VirtualService ${NAMESPACE}/${name}-external`) as [string, string];
const GATEWAY = `Gateway ${NAMESPACE}/llm-external`;

/** Judges what clients outside of the cluster are answered by a real gateway, as exposures state it. */
export async function judgeGateway({ judge, findsPlanted }: Context, running: Running): Promise<void> {
  const { cluster, gateway, objects, web, llm } = running;
  await llm.application.behaves({ otherwise: { body: EVENT, againSeconds: STREAM_SECONDS } });
  const streams = () => isAnswered(LLM, askSecurely(gateway.address, { host: HOSTS.llm, path: '/events/1' }), STREAMED);
  const limits = () => judgeLimits(running);
  const together = () => judgeConnection(running);
  const challenge = () =>
    isAnswered(GATEWAY, askPlainly(gateway.address, { host: HOSTS.llm, path: CHALLENGE }), ({ status, location }) => [
      ['status', status, 200],
      ['location', location, undefined],
    ]);
  await judge(SUBJECT, 'a stream outlives the longest request', streams);
  await judge(SUBJECT, 'another answer is cut after the longest request', () =>
    isAnswered(LLM, askSecurely(gateway.address, { host: HOSTS.llm, path: '/' }), ({ isCut }) => [
      ['a connection that is cut', isCut, true],
    ]),
  );
  await judge(SUBJECT, 'requests beyond the stated methods and paths are refused at the gateway', limits);
  await judge(SUBJECT, 'all hosts of a certificate are answered over one connection of HTTP/2', together);
  await judge(SUBJECT, "ACME's challenge is answered in plain text, past the redirect", challenge);
  await judge(SUBJECT, 'everything else in plain text is redirected to HTTPS', async () => {
    const requests = [
      { host: HOSTS.llm, path: '/' },
      { host: HOSTS.llm, path: '/.well-known/other' },
      { host: HOSTS.web, path: CATALOGUE },
    ];
    return all(
      requests.map((request) =>
        isAnswered(GATEWAY, askPlainly(gateway.address, request), ({ status, location }) => [
          ['status', status, 301],
          ['location', location, `https://${request.host}${request.path}`],
        ]),
      ),
    );
  });

  const find = (kind: string, name: string): KubernetesObject & { readonly spec: any } =>
    structuredClone(
      objects.find(({ kind: its, metadata }) => its === kind && metadata.name === name)!,
    ) as KubernetesObject & { readonly spec: any };
  const under = (applied: readonly KubernetesObject[], judged: () => Promise<Findings>) =>
    cluster.under({ applied }, objects, judged);
  const routes = find('VirtualService', 'llm-external');
  for (const route of routes.spec.http) route.timeout = `${LONGEST_SECONDS}s`;
  await findsPlanted({ name: 'a stream with a timeout', object: LLM, message: /isCut true instead of false/ }, () =>
    under([routes], streams),
  );
  const [open, policy] = [find('VirtualService', 'web-external'), find('AuthorizationPolicy', 'web')];
  for (const route of open.spec.http) delete route.match;
  for (const rule of policy.spec.rules) delete rule.to;
  await findsPlanted(
    { name: 'a route and a policy for any request', object: WEB, message: /status 200 instead of 404/ },
    () => under([open, policy], limits),
  );
  await web.application.reset();
  const redirecting = find('Gateway', 'llm-external');
  for (const server of redirecting.spec.servers)
    if (server.port.protocol === 'HTTP') server.tls = { httpsRedirect: true };
  await findsPlanted({ name: 'a redirect by the server', object: GATEWAY, message: /status 301 instead of 200/ }, () =>
    under([redirecting], challenge),
  );
  await findsPlanted(
    { name: 'a server for each host of a certificate', object: GATEWAY, message: /status 404 instead of 200/ },
    () => under(apart(find('Gateway', 'llm-external')), together),
  );
}

const STREAMED = ({ status, body, isCut }: Answered): readonly Comparison[] => [
  ['status', status, 200],
  ['body', body, EVENT + EVENT],
  ['isCut', isCut, false],
];

async function judgeLimits({ gateway, web }: Running): Promise<Findings> {
  await web.application.reset();
  const asked = (request: Omit<Request, 'host'>, expected: number) =>
    isAnswered(WEB, askSecurely(gateway.address, { host: HOSTS.web, ...request }), ({ status }) => [
      [`${request.method ?? 'GET'} ${request.path}: status`, status, expected],
    ]);
  const findings = await all([
    asked({ path: CATALOGUE }, 200),
    asked({ path: CATALOGUE, method: 'POST' }, 404),
    asked({ path: '/admin' }, 404),
    asked({ path: '/catalogue/../admin' }, 404),
  ]);
  const seen = (await web.application.requests()).length;
  return { ...findings, problems: [...findings.problems, ...compared(WEB, 'web sees', [['requests', seen, 1]])] };
}

async function judgeConnection({ gateway }: Running): Promise<Findings> {
  const requests = [
    { host: HOSTS.llm, path: '/events/1' },
    { host: HOSTS.web, path: CATALOGUE },
  ];
  const statuses = await askTogether(gateway.address, requests);
  return {
    judged: requests.length,
    problems: requests.flatMap(({ host }, at) =>
      compared(GATEWAY, `${host} over a connection for ${HOSTS.llm}`, [['status', statuses[at], 200]]),
    ),
  };
}

/** The servers of each host in a Gateway of its own. */
function apart(gateway: KubernetesObject & { readonly spec: any }): KubernetesObject[] {
  const servers = gateway.spec.servers as any[];
  return [{ ...gateway, spec: { ...gateway.spec, servers: servers.flatMap(ofEachHost) } }];
}

function ofEachHost(server: any): any[] {
  return (server.hosts as string[]).map((host, at) => ({
    ...server,
    hosts: [host],
    port: { ...server.port, name: `${server.port.name}-${at}` },
  }));
}

async function isAnswered(
  object: string,
  answer: Promise<Answered>,
  expected: (answer: Answered) => readonly Comparison[],
): Promise<Findings> {
  return { judged: 1, problems: compared(object, 'a client is answered', expected(await answer)) };
}

async function all(findings: readonly Promise<Findings>[]): Promise<Findings> {
  const each = await Promise.all(findings);
  return { judged: each.length, problems: each.flatMap(({ problems }) => problems) };
}
