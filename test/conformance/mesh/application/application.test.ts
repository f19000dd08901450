import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Application, compileApplication, SeenRequest } from '.';

const folder = mkdtempSync(join(tmpdir(), 'application-'));
const cart = new Application('cart', join(folder, 'cart'));
let running: ChildProcess;
let http: string;
let http2: string;
let tcp: string;

beforeAll(async () => {
  const program = compileApplication(join(folder, 'program'));
  const ports = [
    { port: 0, protocol: 'http' },
    { port: 0, protocol: 'http2' },
    { port: 0, protocol: 'tcp' },
  ];
  running = spawn(
    process.execPath,
    [program, JSON.stringify({ name: 'cart', control: join(folder, 'cart'), ports, host: '127.0.0.1' })],
    { stdio: 'inherit' },
  );
  const listening = await untilReady(cart);
  [http, http2, tcp] = listening.map(({ port }) => `127.0.0.1:${port}`) as [string, string, string];
});
beforeEach(() => cart.reset());
afterAll(async () => {
  const ended = once(running, 'exit');
  running.kill();
  await ended;
  rmSync(folder, { recursive: true });
});

async function untilReady(application: Application): Promise<Awaited<ReturnType<Application['ports']>>> {
  for (let attempts = 0; ; attempts++) {
    try {
      return await application.ports();
    } catch (error) {
      if (attempts > 200) throw error;
      await sleep(25);
    }
  }
}

test('answers a sequence, then 200', async () => {
  await cart.answers([{ status: 503 }, { status: 503 }]);
  const results = await cart.call({ url: `http://${http}/x`, count: 3 });
  expect(results.map(({ status }) => status)).toEqual([503, 503, 200]);
  expect(await cart.requests()).toHaveLength(3);
});

test('sees method, path, headers, body, identity and attempt', async () => {
  const headers = {
    'x-forwarded-client-cert':
      'By=spiffe://td/ns/a/sa/me;Hash=1;Subject="";URI=spiffe://td/ns/a/sa/edge,' +
      'By=spiffe://td/ns/a/sa/me;Hash=2;Subject="";URI=spiffe://td/ns/shop/sa/checkout',
    'x-envoy-attempt-count': '2',
  };
  const [{ body }] = await cart.call({ url: `http://${http}/x?y=1`, method: 'POST', headers, body: 'hello' });
  const [seen] = await cart.requests();
  expect(seen).toMatchObject({
    protocol: 'http',
    method: 'POST',
    path: '/x?y=1',
    body: 'hello',
    attempt: 2,
    identity: 'spiffe://td/ns/shop/sa/checkout',
  });
  expect(JSON.parse(body) as SeenRequest).toEqual(seen);
});

test('speaks HTTP/2 in clear text', async () => {
  await cart.answers([{ status: 418, headers: { 'x-told': 'yes' }, body: 'no' }]);
  const [result] = await cart.call({ url: `http2://${http2}/x`, method: 'POST', body: 'hello' });
  expect(result).toMatchObject({ status: 418, body: 'no', headers: { 'x-told': 'yes' } });
  expect(await cart.requests()).toMatchObject([{ protocol: 'http2', method: 'POST', path: '/x', body: 'hello' }]);
});

test('speaks gRPC on the same port', async () => {
  await cart.answers([{ grpcStatus: 14 }, { body: 'hi' }]);
  const results = await cart.call({
    url: `grpc://${http2}/shop.Cart/Add`,
    body: 'hello',
    headers: { 'x-user': '7' },
    count: 2,
  });
  expect(results).toMatchObject([{ grpcStatus: 14 }, { grpcStatus: 0, body: 'hi' }]);
  expect(await cart.requests()).toMatchObject([
    { protocol: 'grpc', path: '/shop.Cart/Add', body: 'hello', headers: { 'x-user': '7' } },
    {},
  ]);
});

test('speaks TCP', async () => {
  await cart.answers([{ body: 'PONG' }]);
  const [result] = await cart.call({ url: `tcp://${tcp}`, body: 'PING' });
  expect(result.body).toBe('PONG');
  expect(await cart.requests()).toMatchObject([{ protocol: 'tcp', body: 'PING' }]);
});

test('delays, and a caller gives up', async () => {
  await cart.behaves({ otherwise: { delaySeconds: 5 } });
  for (const url of [`http://${http}`, `http2://${http2}`, `tcp://${tcp}`]) {
    const [{ error, seconds }] = await cart.call({ url, body: 'x', timeoutSeconds: 0.1 });
    expect(error).toBe('no answer within 0.1 s');
    expect(seconds).toBeLessThan(2);
  }
  expect(await cart.call({ url: `grpc://${http2}/a.B/C`, timeoutSeconds: 0.1 })).toMatchObject([{ grpcStatus: 4 }]);
});

test('cuts connections', async () => {
  await cart.behaves({ otherwise: { reset: true } });
  for (const url of [`http://${http}`, `http2://${http2}`, `tcp://${tcp}`]) {
    const [{ error, status }] = await cart.call({ url, body: 'x' });
    expect([error, status]).toEqual([expect.any(String), undefined]);
  }
  const [{ grpcStatus }] = await cart.call({ url: `grpc://${http2}/a.B/C` });
  expect(grpcStatus).toBe(13);
});

test('fails at a rate that a seed decides', async () => {
  const failures = async (seed: number): Promise<string> => {
    await cart.behaves({ failureRate: 0.3, seed });
    return (await cart.call({ url: `http://${http}`, count: 100 })).map(({ status }) => status).join();
  };
  const one = await failures(1);
  expect(await failures(1)).toBe(one);
  expect(await failures(2)).not.toBe(one);
  const failed = one.split('503').length - 1;
  expect(failed).toBeGreaterThan(15);
  expect(failed).toBeLessThan(45);
});

test('calls concurrently', async () => {
  await cart.behaves({ otherwise: { delaySeconds: 0.2 } });
  const start = Date.now();
  expect(await cart.call({ url: `http://${http}`, count: 10, concurrency: 10 })).toHaveLength(10);
  expect(Date.now() - start).toBeLessThan(1500);
});

test('says what it could not do', async () => {
  expect(await cart.call({ url: 'ftp://x' })).toMatchObject([
    { error: expect.stringContaining('ftp://x is not http://') as string },
  ]);
  await expect(new Application('nobody', join(folder, 'nobody')).requests()).rejects.toThrow(
    'the application nobody did not take GET /requests',
  );
});
