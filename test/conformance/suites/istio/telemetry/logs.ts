import type { Answer } from '../../../mesh';
import { sleep } from '../../../processes';
import { Findings, Problem, problemWith } from '../../../suite';
import { SLOW_SECONDS } from './program';
import type { Traced } from './traced';

/** A request, and whether it is logged. */
interface Logged {
  readonly what: string;
  readonly scheme: 'http' | 'grpc';
  readonly answer: Answer;
  readonly isLogged: boolean;
}

const SLOW = SLOW_SECONDS + 0.2;
const REQUESTS: readonly Logged[] = [
  { what: 'fast', scheme: 'http', answer: {}, isLogged: false },
  { what: 'failed', scheme: 'http', answer: { status: 503 }, isLogged: true },
  { what: 'refused', scheme: 'http', answer: { status: 404 }, isLogged: true },
  { what: 'slow', scheme: 'http', answer: { delaySeconds: SLOW }, isLogged: true },
  { what: 'cut', scheme: 'http', answer: { reset: true }, isLogged: true },
  { what: 'Fast', scheme: 'grpc', answer: {}, isLogged: false },
  { what: 'Failed', scheme: 'grpc', answer: { grpcStatus: 5 }, isLogged: true },
  { what: 'Slow', scheme: 'grpc', answer: { delaySeconds: SLOW }, isLogged: true },
];
const PORTS = { http: 8080, grpc: 9090 };

/** The sidecars flush their logs every second. */
const FLUSH_MILLISECONDS = 2500;

let round = 0;

/** Sends a request of every kind, and a connection that stays open, and asks both proxies which of them they logged. */
export async function judgeLogs(traced: Traced): Promise<Findings> {
  const { web, cart } = traced;
  round++;
  const pathOf = ({ what, scheme }: Logged) =>
    scheme === 'grpc' ? `/round${round}.Cart/${what}` : `/round${round}/${what}`;
  const before = [web, cart].map((pod) => pod.accessLog().length);
  for (const request of REQUESTS) {
    await cart.application.reset();
    await cart.application.answers([request.answer]);
    await web.application.call({
      url: `${request.scheme}://cart:${PORTS[request.scheme]}${pathOf(request)}`,
      timeoutSeconds: 3,
    });
  }
  await cart.application.reset();
  await cart.application.answers([{ delaySeconds: SLOW }]);
  await web.application.call({ url: 'tcp://cart:6379', body: 'PING', timeoutSeconds: 3 });
  await sleep(FLUSH_MILLISECONDS);
  const telemetry = traced.located('Telemetry', 'default');
  const problems = [web, cart].flatMap((pod, at): Problem[] => {
    const lines = pod
      .accessLog()
      .slice(before[at])
      .map((line) => JSON.parse(line) as { readonly path?: string | null; readonly method?: string | null });
    const wrong = REQUESTS.filter((request) => lines.some(({ path }) => path === pathOf(request)) !== request.isLogged);
    const connections = lines.filter(({ method }) => method === undefined || method === null);
    return [
      ...wrong.map(({ what, scheme, isLogged }) =>
        problemWith(
          telemetry,
          `the proxy of ${pod.name} ${isLogged ? 'does not log' : 'logs'} a request by ${scheme} that is ` +
            `${what.toLowerCase()}`,
        ),
      ),
      ...(connections.length === 0
        ? []
        : [
            problemWith(
              telemetry,
              `the proxy of ${pod.name} logs a connection that is slow: ${JSON.stringify(connections[0])}`,
            ),
          ]),
    ];
  });
  return { judged: 2 * (REQUESTS.length + 1), problems };
}
