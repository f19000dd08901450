import { constants, Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { plainHeaders } from './headers';
import { ApplicationState } from './state';

/** A message has one byte for compression and four for its length in front. */
const PREFIX = 5;

/** Tells if a request is a gRPC call. */
export function isGrpc({ headers }: Http2ServerRequest): boolean {
  return headers['content-type']?.startsWith('application/grpc') ?? false;
}

/** Answers a unary gRPC call to any method; its messages are text, not protocol buffers, which no proxy looks into. */
export async function answerGrpc(
  state: ApplicationState,
  request: Http2ServerRequest,
  response: Http2ServerResponse,
): Promise<void> {
  const { headers, url, stream } = request;
  const message = await buffer(request).catch(() => undefined);
  if (message === undefined) return;
  const seen = {
    protocol: 'grpc',
    port: request.socket.localPort ?? 0,
    method: request.method,
    path: url,
    headers: plainHeaders(headers),
    body: message.subarray(PREFIX).toString(),
  } as const;
  const { grpcStatus = 0, headers: answered = {}, body, delaySeconds = 0, reset } = state.answer(seen);
  await sleep(delaySeconds * 1000);
  if (stream.destroyed) return;
  if (reset) {
    stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    return;
  }
  const start = { 'content-type': 'application/grpc', ...answered };
  if (grpcStatus !== 0) {
    // As gRPC servers do: a status without a message travels in the headers, and only there can a proxy retry it.
    stream.respond(
      { ':status': 200, ...start, 'grpc-status': String(grpcStatus), 'grpc-message': 'scripted' },
      { endStream: true },
    );
    return;
  }
  response.writeHead(200, start);
  response.addTrailers({ 'grpc-status': '0' });
  response.end(framed(body));
}

function framed(body: string): Buffer {
  const prefix = Buffer.alloc(PREFIX);
  prefix.writeUInt32BE(Buffer.byteLength(body), 1);
  return Buffer.concat([prefix, Buffer.from(body)]);
}
