import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { RunningPod } from '../../mesh';
import type { Context, Findings } from '../../suite';
import { compared } from '../istio/comparison';
import { NAMESPACE, PLAIN_PORT } from './program';
import type { Running } from './running';

const OLD = 'callers by HTTP/1.0';
const OUTSIDE = 'a caller without a sidecar';
const CART = `AuthorizationPolicy ${NAMESPACE}/cart`;

/** Judges calls by HTTP/1.0, which a proxy takes where it is told to, and calls from outside of the mesh. */
export async function judgeCallers({ judge, findsPlanted }: Context, running: Running): Promise<void> {
  const { cluster, objects, web, cart, outsider, stranger } = running;
  await judge(OLD, "without a sidecar before it, the callee's proxy answers 426", () =>
    speaks(outsider, cart.address, PLAIN_PORT, 426),
  );
  await judge(OLD, "without a sidecar before it, the callee's proxy takes them with ISTIO_META_HTTP10", () =>
    speaks(outsider, web.address, PLAIN_PORT, 200),
  );
  await findsPlanted(
    { name: 'a proxy that is not told of HTTP/1.0', object: 'Pod outside/outsider', message: /"426" instead of "200"/ },
    () => speaks(outsider, cart.address, PLAIN_PORT, 200),
  );

  const letIn = () => asks(outsider, `http://${cart.address}:${PLAIN_PORT}/`, [200]);
  const refused = () => asks(stranger, `http://cart.${NAMESPACE}.svc.cluster.local:81/`, [403]);
  await judge(OUTSIDE, 'it is let in on its port, in plain text', letIn);
  await judge(OUTSIDE, 'it is refused on the other one', () =>
    asks(outsider, `http://${cart.address}:8080/`, [undefined]),
  );
  await judge(OUTSIDE, 'a caller of the mesh that nobody names is refused on both', async () => {
    const [plain, other] = [
      await refused(),
      await asks(stranger, `http://cart.${NAMESPACE}.svc.cluster.local/`, [403]),
    ];
    return { judged: 2, problems: [...plain.problems, ...other.problems] };
  });
  const policy = (change: (rule: any) => any): KubernetesObject => {
    const found = objects.find(({ kind, metadata }) => kind === 'AuthorizationPolicy' && metadata.name === 'cart')!;
    return { ...found, spec: { ...found.spec, rules: found.spec.rules.flatMap(change) } };
  };
  const isForAll = (rule: any) => rule.from[0].source.notPrincipals !== undefined;
  await findsPlanted(
    { name: 'no rule for callers without an identity', object: CART, message: /status 403 instead of 200/ },
    () => cluster.under({ applied: [policy((rule) => (isForAll(rule) ? [] : [rule]))] }, objects, letIn),
  );
  await findsPlanted({ name: 'a rule for any caller', object: CART, message: /status 200 instead of 403/ }, () =>
    cluster.under({ applied: [policy(({ from: _, ...rest }) => rest)] }, objects, refused),
  );
}

/** The status line of the answer to HTTP/1.0, which the client of other calls does not speak. */
async function speaks(caller: RunningPod, host: string, port: number, expected: number): Promise<Findings> {
  const [{ body, error }] = await caller.application.call({
    url: `tcp://${host}:${port}`,
    body: `GET / HTTP/1.0\r\nHost: ${host}\r\n\r\n`,
  });
  const status = /^HTTP\/1\.[01] (\d+)/.exec(body)?.[1];
  const object = `Pod ${caller.manifest.metadata.namespace}/${caller.manifest.metadata.name}`;
  return {
    judged: 1,
    problems: compared(object, `HTTP/1.0 to ${host}:${port}${error === undefined ? '' : ` (${error})`}`, [
      ['status', status, `${expected}`],
    ]),
  };
}

async function asks(caller: RunningPod, url: string, expected: readonly [number | undefined]): Promise<Findings> {
  const [{ status }] = await caller.application.call({ url });
  return { judged: 1, problems: compared(CART, `${caller.name} calls ${url}`, [['status', status, expected[0]]]) };
}
