import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createHttp2Server, Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { Server } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerGrpc, isGrpc } from './grpc-server';
import { plainHeaders } from './headers';
import { ApplicationState } from './state';

/** A server that answers any HTTP/1.1 request as scripted. */
export function httpServer(state: ApplicationState): Server {
  // Envoy closes idle connections; a server that closes them first makes requests fail by chance.
  return createServer({ keepAliveTimeout: 0 }, (request, response) => void answer(state, 'http', request, response));
}

/** A server that answers any HTTP/2 request in clear text as scripted, gRPC calls included. */
export function http2Server(state: ApplicationState): Server {
  return createHttp2Server((request, response) => {
    if (isGrpc(request)) void answerGrpc(state, request, response);
    else void answer(state, 'http2', request, response);
  });
}

async function answer(
  state: ApplicationState,
  protocol: 'http' | 'http2',
  request: IncomingMessage | Http2ServerRequest,
  response: ServerResponse | Http2ServerResponse,
): Promise<void> {
  const { method = '', url = '', headers, socket } = request;
  // A caller that has gone before the end of its request was no request.
  const body = await text(request).catch(() => undefined);
  if (body === undefined) return;
  const {
    status = 200,
    headers: answered = {},
    body: content,
    delaySeconds = 0,
    againSeconds = 0,
    reset,
  } = state.answer({ protocol, port: socket.localPort ?? 0, method, path: url, headers: plainHeaders(headers), body });
  await sleep(delaySeconds * 1000);
  if (reset) {
    if ('stream' in response) response.stream.close(2);
    else socket.destroy();
    return;
  }
  if (response.destroyed) return;
  response.statusCode = status;
  for (const [name, value] of Object.entries(answered)) response.setHeader(name, value);
  if (againSeconds > 0) {
    (response as ServerResponse).write(content);
    await sleep(againSeconds * 1000);
  }
  (response as ServerResponse).end(content);
}
