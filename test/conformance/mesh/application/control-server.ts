import { createServer, IncomingMessage, Server } from 'node:http';
import { json } from 'node:stream/consumers';
import { makeCalls } from './call';
import { Behaviour, CallOptions, ListeningPort } from './protocol';
import { ApplicationState } from './state';

/** The server on the unix domain socket by which an application is scripted and made to call. */
export function controlServer(state: ApplicationState, ports: readonly ListeningPort[]): Server {
  const orders: Readonly<Record<string, (request: IncomingMessage) => unknown>> = {
    'GET /ports': () => ports,
    'PUT /behaviour': async (request) => state.behave((await json(request)) as Behaviour),
    'POST /calls': async (request) => makeCalls((await json(request)) as CallOptions),
    'GET /requests': () => state.seen(),
    'POST /reset': () => state.reset(),
  };
  return createServer((request, response) => {
    const order = orders[`${request.method} ${request.url}`];
    Promise.resolve(
      order === undefined ? Promise.reject(new Error(`no order ${request.method} ${request.url}`)) : order(request),
    ).then(
      (result) => response.end(JSON.stringify(result ?? null)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
}
