import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { CallOptions, CallResult } from './protocol';

/** Begins TLS with the host's name in clear, takes any certificate, and sends and takes bytes as over TCP. */
export function callTls({ url, body = '' }: CallOptions, signal: AbortSignal): Promise<Omit<CallResult, 'seconds'>> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    // An address is no server name.
    const servername = isIP(hostname) === 0 ? { servername: hostname } : {};
    const socket = connect({ host: hostname, port: Number(port), rejectUnauthorized: false, ...servername });
    signal.addEventListener('abort', () => socket.destroy(new Error('timeout')), { once: true });
    socket.on('error', reject);
    socket.on('secureConnect', () => socket.write(body));
    socket.on('data', (bytes) => {
      resolve({ headers: {}, body: bytes.toString() });
      socket.destroy();
    });
    socket.on('close', () => reject(new Error('the connection was closed without an answer')));
  });
}
