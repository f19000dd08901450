/** How a proxy reads a port: requests one by one, or as bytes. */
export type Protocol = 'HTTP' | 'TCP' | undefined;

const HTTP = ['http', 'http2', 'grpc', 'grpc-web', 'kubernetes.io/h2c', 'kubernetes.io/ws'];
const TCP = ['tcp', 'tls', 'https', 'mongo', 'mysql', 'redis', 'kubernetes.io/wss'];

/** The names that a port's protocol is stated by. */
export interface StatedProtocol {
  readonly name?: string | undefined;
  readonly appProtocol?: string | undefined;
}

/** What `appProtocol` says, else the prefix of the name; undefined where a proxy would have to guess from the bytes. */
export function protocolOf(port: StatedProtocol): Protocol {
  const stated = statedProtocol(port);
  return HTTP.includes(stated) ? 'HTTP' : TCP.includes(stated) ? 'TCP' : undefined;
}

/** Whether a port is said to speak gRPC, whose requests are all POST. */
export function isGrpc(port: StatedProtocol): boolean {
  return statedProtocol(port) === 'grpc';
}

function statedProtocol({ name = '', appProtocol }: StatedProtocol): string {
  const prefix = /^grpc-web(-|$)/.test(name) ? 'grpc-web' : name.split('-')[0]!;
  return (appProtocol ?? prefix).toLowerCase();
}
