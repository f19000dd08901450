import type { Answer, CallResult, RunningPod, SeenRequest } from '../../mesh';
import type { Problem } from '../../suite';
import { Between, compared, Comparison } from './comparison';
import { PROMISED, SHOP } from './policies';
import type { Shop } from './shop';

/** A request, what the callee does with it, and what must come of it. */
export interface Case {
  readonly statement: string;
  readonly caller: (shop: Shop) => RunningPod;
  readonly url: (shop: Shop) => string;
  /** Answers of the callee, one for each attempt. */
  readonly answers?: readonly Answer[];
  readonly expected: (result: CallResult, seen: readonly SeenRequest[]) => readonly Comparison[];
  /** The object whose promise it is. */
  readonly object: string;
}

const ALLOWS = `AuthorizationPolicy ${SHOP}/cart`;
const ROUTES = `VirtualService ${SHOP}/cart`;
const HTTP = (): string => 'http://cart:8080/items';
const GRPC = (): string => 'grpc://cart:9090/shop.Cart/Add';
/** Tolerated delay of an answer on a busy machine, in seconds. */
const LATE = 0.6;

/** Outcome that the policies promise. */
export const CASES: readonly Case[] = [
  {
    statement: 'the declared caller is answered, and known to the callee',
    caller: ({ checkout }) => checkout,
    url: HTTP,
    object: ALLOWS,
    expected: ({ status }, seen) => [
      ['status', status, 200],
      ['identity', seen[0]?.identity, `spiffe://cluster.local/ns/${SHOP}/sa/checkout`],
      ['attempts', seen.length, 1],
    ],
  },
  {
    statement: 'another caller is refused, and the callee sees nothing',
    caller: ({ intruder }) => intruder,
    url: HTTP,
    object: ALLOWS,
    expected: ({ status }, seen) => [
      ['status', status, 403],
      ['attempts', seen.length, 0],
    ],
  },
  {
    statement: 'plain text is refused',
    caller: ({ outsider }) => outsider,
    url: ({ cart }) => `http://${cart.address}:8080/items`,
    object: `PeerAuthentication ${SHOP}/default`,
    expected: ({ status, error }, seen) => [
      ['status', status, undefined],
      ['an error', error !== undefined, true],
      ['attempts', seen.length, 0],
    ],
  },
  {
    statement: 'the declared caller may call by gRPC',
    caller: ({ checkout }) => checkout,
    url: GRPC,
    object: ALLOWS,
    expected: ({ grpcStatus }, seen) => [
      ['gRPC status', grpcStatus, 0],
      ['identity', seen[0]?.identity, `spiffe://cluster.local/ns/${SHOP}/sa/checkout`],
    ],
  },
  {
    statement: 'another caller is refused by gRPC',
    caller: ({ intruder }) => intruder,
    url: GRPC,
    object: ALLOWS,
    expected: ({ grpcStatus }, seen) => [
      ['gRPC status', grpcStatus, 7],
      ['attempts', seen.length, 0],
    ],
  },
  {
    statement: 'a slow callee is tried twice, and given up in time',
    caller: ({ checkout }) => checkout,
    url: HTTP,
    object: ROUTES,
    answers: [{ delaySeconds: 3 }, { delaySeconds: 3 }],
    expected: ({ status, seconds }, seen) => [
      ['status', status, 504],
      ['attempts', seen.length, PROMISED.attempts],
      ['seconds', seconds, new Between(PROMISED.perTryTimeout * PROMISED.attempts, PROMISED.timeout + LATE)],
    ],
  },
  {
    statement: 'a failing callee is tried twice',
    caller: ({ checkout }) => checkout,
    url: HTTP,
    object: ROUTES,
    answers: [{ status: 503 }, { status: 503 }, { status: 503 }],
    expected: ({ status }, seen) => [
      ['status', status, 503],
      ['attempts', seen.length, PROMISED.attempts],
    ],
  },
  {
    statement: 'one failure is hidden from the caller',
    caller: ({ checkout }) => checkout,
    url: HTTP,
    object: ROUTES,
    answers: [{ status: 503 }],
    expected: ({ status }, seen) => [
      ['status', status, 200],
      ['attempts', seen.length, 2],
      ['last attempt', seen.at(-1)?.attempt, 2],
    ],
  },
  {
    statement: 'one failure is hidden from a caller by gRPC',
    caller: ({ checkout }) => checkout,
    url: GRPC,
    object: ROUTES,
    answers: [{ grpcStatus: 14 }],
    expected: ({ grpcStatus }, seen) => [
      ['gRPC status', grpcStatus, 0],
      ['attempts', seen.length, 2],
    ],
  },
];

/** Makes the request of a case; what differs from the promise is a problem with the object that makes it. */
export async function problemsOf(
  shop: Shop,
  { caller, url, answers = [], expected, object }: Case,
): Promise<Problem[]> {
  const callee = shop.cart.application;
  await callee.reset();
  await callee.answers(answers);
  const [from, to] = [caller(shop), url(shop)];
  const [result] = await from.application.call({ url: to });
  return compared(object, `${from.manifest.metadata.name} calls ${to}`, expected(result, await callee.requests()));
}
