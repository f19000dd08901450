import { createServer, Server, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApplicationState } from './state';

/** A server that answers each piece of bytes as scripted: a scripted body, or the bytes themselves. */
export function tcpServer(state: ApplicationState): Server {
  return createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => void answer(state, socket, bytes.toString()));
  });
}

async function answer(state: ApplicationState, socket: Socket, body: string): Promise<void> {
  const {
    body: content,
    delaySeconds = 0,
    reset,
  } = state.answer({ protocol: 'tcp', port: socket.localPort ?? 0, method: '', path: '', headers: {}, body });
  await sleep(delaySeconds * 1000);
  if (reset) socket.resetAndDestroy();
  else if (!socket.destroyed) socket.write(content);
}
