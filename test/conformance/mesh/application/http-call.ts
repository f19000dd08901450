import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:http2';
import { text } from 'node:stream/consumers';
import { plainHeaders } from './headers';
import { CallOptions, CallResult } from './protocol';

type Answered = Omit<CallResult, 'seconds'>;

/** Makes one HTTP/1.1 request over a connection of its own or one that the agent keeps. */
export function callHttp(
  agent: Agent,
  { url, path, method = 'GET', headers, body }: CallOptions,
  signal: AbortSignal,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    // Node frames the body of a GET only where it is told its length.
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const options = { agent, method, headers: { ...length, ...headers }, signal, ...(path !== undefined && { path }) };
    const request = httpRequest(url, options, (response) => {
      text(response).then(
        (content) => resolve({ status: response.statusCode, headers: plainHeaders(response.headers), body: content }),
        reject,
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Makes one HTTP/2 request in clear text over a connection of its own. */
export async function callHttp2(
  { url, path, method = 'GET', headers, body }: CallOptions,
  signal: AbortSignal,
): Promise<Answered> {
  const { host, pathname, search } = new URL(url.replace(/^http2:/, 'http:'));
  const session = connect(`http://${host}`);
  try {
    return await new Promise((resolve, reject) => {
      session.on('error', reject);
      const stream = session.request(
        { ...headers, ':method': method, ':path': path ?? pathname + search },
        { signal, endStream: false },
      );
      stream.on('error', reject);
      const isCut = (): void => reject(new Error('the connection was closed without an answer'));
      // A connection that ends in peace is no error of its streams.
      stream.on('close', isCut);
      stream.on('response', (response) => {
        stream.off('close', isCut);
        text(stream).then(
          (content) => resolve({ status: response[':status'], headers: plainHeaders(response), body: content }),
          reject,
        );
      });
      stream.end(body);
    });
  } finally {
    session.destroy();
  }
}
