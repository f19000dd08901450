import { Agent as HttpAgent, IncomingMessage, request as httpRequest } from 'node:http';
import { connect } from 'node:http2';
import { request as httpsRequest } from 'node:https';
import { finished } from 'node:stream/promises';

/** A request of a client outside of the cluster. */
export interface Request {
  readonly host: string;
  readonly path: string;
  readonly method?: string;
}

/** Answer to a client. */
export interface Answered {
  readonly status?: number;
  readonly location?: string;
  readonly body: string;
  /** True where the connection was cut before the end of the answer. */
  readonly isCut: boolean;
}

const SECONDS = 10;

/** Sends a request over TLS, by a connection of its own. */
export function askSecurely(address: string, { host, path, method = 'GET' }: Request): Promise<Answered> {
  return answerTo(
    httpsRequest({
      host: address,
      servername: host,
      headers: { host },
      path,
      method,
      rejectUnauthorized: false,
      agent: false,
      signal: AbortSignal.timeout(SECONDS * 1000),
    }),
  );
}

/** Sends a request in plain text, by a connection of its own. */
export function askPlainly(address: string, { host, path, method = 'GET' }: Request): Promise<Answered> {
  const agent = new HttpAgent({ keepAlive: false });
  return answerTo(
    httpRequest({ host: address, headers: { host }, path, method, agent, signal: AbortSignal.timeout(SECONDS * 1000) }),
  );
}

/** Statuses of requests for several hosts over one connection of HTTP/2, which names the first of them. */
export async function askTogether(address: string, requests: readonly Request[]): Promise<(number | undefined)[]> {
  const session = connect(`https://${address}`, { servername: requests[0]!.host, rejectUnauthorized: false });
  try {
    const statuses: (number | undefined)[] = [];
    for (const { host, path, method = 'GET' } of requests) {
      statuses.push(
        await new Promise<number | undefined>((resolve, reject) => {
          session.on('error', reject);
          const stream = session.request({ ':authority': host, ':path': path, ':method': method });
          stream.setTimeout(SECONDS * 1000, () => stream.destroy(new Error('no answer')));
          stream.on('error', reject);
          stream.on('response', (headers) => {
            resolve(headers[':status']);
            stream.resume();
          });
        }),
      );
    }
    return statuses;
  } finally {
    session.destroy();
  }
}

function answerTo(request: ReturnType<typeof httpRequest>): Promise<Answered> {
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response) => void answered(response).then(resolve, reject));
    request.end();
  });
}

async function answered(response: IncomingMessage): Promise<Answered> {
  let body = '';
  response.setEncoding('utf8').on('data', (text: string) => (body += text));
  const isCut = await finished(response).then(
    () => false,
    () => true,
  );
  const { location } = response.headers;
  return { status: response.statusCode, ...(location !== undefined && { location }), body, isCut };
}
