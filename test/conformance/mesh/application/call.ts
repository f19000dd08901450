import { Agent } from 'node:http';
import { callGrpc } from './grpc-call';
import { callHttp, callHttp2 } from './http-call';
import { CallOptions, CallResult } from './protocol';
import { callTcp } from './tcp-call';
import { callTls } from './tls-call';

/** Makes the calls of one order; the results stand in the order in which the calls began. */
export async function makeCalls(options: CallOptions): Promise<CallResult[]> {
  const { count = 1, concurrency = 1 } = options;
  const agent = new Agent({ keepAlive: true });
  const results = new Array<CallResult>(count);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const position = next++;
      results[position] = await timed(agent, options);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(concurrency, count) }, worker));
    return results;
  } finally {
    agent.destroy();
  }
}

async function timed(agent: Agent, options: CallOptions): Promise<CallResult> {
  const start = performance.now();
  const { timeoutSeconds = 10 } = options;
  const signal = AbortSignal.timeout(timeoutSeconds * 1000);
  const seconds = (): number => (performance.now() - start) / 1000;
  try {
    return { ...(await oneCall(agent, options, signal)), seconds: seconds() };
  } catch (error) {
    const message = signal.aborted ? `no answer within ${timeoutSeconds} s` : String(error);
    return { headers: {}, body: '', error: message, seconds: seconds() };
  }
}

function oneCall(agent: Agent, options: CallOptions, signal: AbortSignal): Promise<Omit<CallResult, 'seconds'>> {
  const { protocol } = new URL(options.url);
  switch (protocol) {
    case 'http:':
      return callHttp(agent, options, signal);
    case 'http2:':
      return callHttp2(options, signal);
    case 'grpc:':
      return callGrpc(options);
    case 'tcp:':
      return callTcp(options, signal);
    case 'tls:':
      return callTls(options, signal);
    default:
      return Promise.reject(new Error(`${options.url} is not http://, http2://, grpc://, tcp:// or tls://`));
  }
}
