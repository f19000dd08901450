import { connect } from 'node:net';
import { CallOptions, CallResult } from './protocol';

/** Sends bytes over a connection of its own and takes the first bytes that come back. */
export function callTcp({ url, body = '' }: CallOptions, signal: AbortSignal): Promise<Omit<CallResult, 'seconds'>> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) });
    signal.addEventListener('abort', () => socket.destroy(new Error('timeout')), { once: true });
    socket.on('error', reject);
    socket.on('connect', () => socket.write(body));
    socket.on('data', (bytes) => {
      resolve({ headers: {}, body: bytes.toString() });
      socket.destroy();
    });
    socket.on('close', () => reject(new Error('the connection was closed without an answer')));
  });
}
