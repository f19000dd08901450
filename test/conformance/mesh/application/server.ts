import { once } from 'node:events';
import { AddressInfo, Server } from 'node:net';
import { controlServer } from './control-server';
import { http2Server, httpServer } from './http-server';
import { ApplicationSettings, ListeningPort, Protocol } from './protocol';
import { ApplicationState } from './state';
import { tcpServer } from './tcp-server';

const SERVERS: Readonly<Record<Protocol, (state: ApplicationState) => Server>> = {
  http: httpServer,
  http2: http2Server,
  tcp: tcpServer,
};

/** Listens on every port that the settings name, and on the control socket once all of them answer. */
export async function startServers({ ports, control, host }: ApplicationSettings): Promise<Server[]> {
  const state = new ApplicationState();
  const servers: Server[] = [];
  const listening: ListeningPort[] = [];
  for (const { port, protocol } of ports) {
    const server = SERVERS[protocol](state).listen(port, host);
    await once(server, 'listening');
    servers.push(server);
    listening.push({ port: (server.address() as AddressInfo).port, protocol });
  }
  const controller = controlServer(state, listening).listen(control);
  await once(controller, 'listening');
  return [...servers, controller];
}
