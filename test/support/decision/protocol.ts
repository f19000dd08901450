/** Protocol of a port for a proxy: separate requests, or bytes. */
export type Protocol = 'HTTP' | 'TCP' | undefined;

const HTTP = ['http', 'http2', 'grpc', 'grpc-web', 'kubernetes.io/h2c', 'kubernetes.io/ws'];
const TCP = ['tcp', 'tls', 'https', 'mongo', 'mysql', 'redis', 'kubernetes.io/wss'];

/** The names that a port's protocol is stated by. */
export interface StatedProtocol {
  readonly name?: string | undefined;
  readonly appProtocol?: string | undefined;
}

/**
 * Protocol by `appProtocol`, else by the prefix of the name. Undefined where a proxy would detect it from the bytes.
 */
export function protocolOf(port: StatedProtocol): Protocol {
  const stated = statedProtocol(port);
  return HTTP.includes(stated) ? 'HTTP' : TCP.includes(stated) ? 'TCP' : undefined;
}

/** Tells if a port is declared as gRPC, whose requests are all POST. */
export function isGrpc(port: StatedProtocol): boolean {
  return statedProtocol(port) === 'grpc';
}

function statedProtocol({ name = '', appProtocol }: StatedProtocol): string {
  const prefix = /^grpc-web(-|$)/.test(name) ? 'grpc-web' : name.split('-')[0]!;
  return (appProtocol ?? prefix).toLowerCase();
}
