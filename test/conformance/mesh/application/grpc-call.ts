import { Client, credentials, Metadata, ServiceError } from '@grpc/grpc-js';
import { CallOptions, CallResult } from './protocol';

/** Makes one unary gRPC call with the deadline given; no retry of the client's own. */
export async function callGrpc({
  url,
  headers = {},
  body = '',
  timeoutSeconds = 10,
}: CallOptions): Promise<Omit<CallResult, 'seconds'>> {
  const { hostname, port, pathname } = new URL(url.replace(/^grpc:/, 'http:'));
  // A URL leaves the port 80 out, and gRPC would take another one.
  const client = new Client(`${hostname}:${port || 80}`, credentials.createInsecure(), { 'grpc.enable_retries': 0 });
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(headers)) metadata.set(name, value);
  try {
    return await new Promise((resolve) => {
      const answered = (error: ServiceError | null, answer?: Buffer): void => {
        if (error === null) resolve({ grpcStatus: 0, headers: {}, body: String(answer) });
        else resolve({ grpcStatus: error.code, headers: texts(error.metadata), body: '', error: error.message });
      };
      client.makeUnaryRequest(
        pathname,
        Buffer.from,
        (bytes) => bytes,
        body,
        metadata,
        { deadline: Date.now() + timeoutSeconds * 1000 },
        answered,
      );
    });
  } finally {
    client.close();
  }
}

function texts(metadata: Metadata): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata.getMap()).map(([name, value]) => [name, value.toString()]));
}
