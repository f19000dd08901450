import { Answer, CallResult, SeenRequest } from '../../../mesh';
import { Context, Findings, Problem, problemWith } from '../../../suite';
import { Between, Comparison, compared } from '../comparison';
import type { Boutique } from './boutique';
import { methodsOf, STATED_CALLS, StatedCall } from './calls';
import { BOUTIQUE } from './platform';
import { Patience, patienceOf, waitOf } from './routes';
import { urlsOf } from './requests';

/** Tolerated delay of an answer on a busy machine, in seconds. */
const LATE = 0.6;
const UNAVAILABLE: Answer = { status: 503, grpcStatus: 14 };
/** Says nothing of whether the request was carried out. */
const BROKEN: Answer = { status: 500, grpcStatus: 13 };

/** Behavior of the callee in a call, and the expected outcome. */
interface Case {
  readonly name: string;
  readonly answers?: readonly Answer[];
  readonly otherwise?: Answer;
  readonly expected: (patience: Patience, result: CallResult, seen: readonly SeenRequest[]) => readonly Comparison[];
}

const CASES: readonly Case[] = [
  {
    name: 'fails',
    otherwise: UNAVAILABLE,
    expected: ({ retries }, result, seen) => [
      ['answered', isGood(result), false],
      ['attempts', seen.length, retries + 1],
      ['last attempt', seen.at(-1)?.attempt, retries + 1],
    ],
  },
  {
    name: 'fails once',
    answers: [UNAVAILABLE],
    expected: ({ retries }, result, seen) => [
      ['answered', isGood(result), retries > 0],
      ['attempts', seen.length, Math.min(2, retries + 1)],
    ],
  },
  {
    name: 'breaks',
    otherwise: BROKEN,
    expected: (_, result, seen) => [
      ['answered', isGood(result), false],
      ['attempts', seen.length, 1],
    ],
  },
  {
    // By gRPC this takes `deadline-exceeded` in retryOn: the callee's proxy is told of perTryTimeout, and often ends
    // the attempt first.
    name: 'never answers',
    otherwise: { delaySeconds: 30 },
    expected: (patience, result, seen) => [
      ['answered', isGood(result), false],
      ['attempts', seen.length, patience.retries + 1],
      ['seconds', result.seconds, new Between(waitOf(patience) - 0.01, (patience.timeout ?? 0) + LATE)],
    ],
  },
];

/** Judges timeouts and retries: as they are stated, as they are emitted, and as callers and callees see them. */
export async function judgePatience(
  { judge, findsPlanted }: Context,
  subject: string,
  boutique: Boutique,
): Promise<void> {
  const requests = STATED_CALLS.filter(({ timeout }) => timeout !== undefined);
  await judge(subject, 'routes say the timeout and the retries that the program states', () =>
    Promise.resolve(stated(boutique, requests)),
  );
  await judge(subject, 'callers and callees see the stated attempts and times', () => kept(boutique, requests));
  const planted = async (callee: string, name: string, message: RegExp): Promise<void> =>
    findsPlanted({ name, object: `VirtualService ${BOUTIQUE}/${callee}`, message }, () =>
      boutique.under({ removed: [boutique.object('VirtualService', callee)] }, () =>
        kept(
          boutique,
          requests.filter((call) => call.callee === callee),
          CASES.slice(0, 1),
        ),
      ),
    );
  await planted(
    'paymentservice',
    'no route: payments are sent again',
    /checkoutservice calls .*fails: attempts 3 instead of 1/,
  );
  await findsPlanted(
    {
      name: 'routes without a timeout',
      object: `VirtualService ${BOUTIQUE}/adservice`,
      message: /never answers: .*seconds .* instead of/,
    },
    () =>
      boutique.under({ removed: [boutique.object('VirtualService', 'adservice')] }, () =>
        kept(
          boutique,
          requests.filter(({ callee }) => callee === 'adservice'),
          CASES.slice(3),
        ),
      ),
  );
}

function stated(boutique: Boutique, calls: readonly StatedCall[]): Findings {
  const problems = calls.flatMap((call) =>
    requestsOf(boutique, call).flatMap(({ url }) => {
      const emitted = emittedFor(boutique, call, url);
      return problemsOf(boutique, call, `${call.caller} calls ${url}`, [
        ['timeout', emitted.timeout, call.timeout],
        ['retries', emitted.retries, call.retries],
      ]);
    }),
  );
  return { judged: calls.length, problems };
}

/** Callees at the same time, each for one request after the other. */
async function kept(
  boutique: Boutique,
  calls: readonly StatedCall[],
  cases: readonly Case[] = CASES,
): Promise<Findings> {
  const callees = [...new Set(calls.map(({ callee }) => callee))];
  await boutique.reset();
  const problems = await Promise.all(
    callees.map(async (callee) => {
      const found: Problem[] = [];
      for (const call of calls.filter((one) => one.callee === callee)) {
        for (const { url } of requestsOf(boutique, call)) {
          for (const one of cases) found.push(...(await problemsOfCase(boutique, call, url, one)));
        }
      }
      return found;
    }),
  );
  await boutique.reset();
  return {
    judged: cases.length * calls.flatMap((call) => requestsOf(boutique, call)).length,
    problems: problems.flat(),
  };
}

async function problemsOfCase(
  boutique: Boutique,
  call: StatedCall,
  url: string,
  { name, answers = [], otherwise, expected }: Case,
): Promise<Problem[]> {
  const callees = boutique.podsOf(call.callee).map(({ application }) => application);
  const patience = emittedFor(boutique, call, url);
  await Promise.all(callees.map(async (callee) => callee.reset().then(() => callee.answers(answers, otherwise))));
  const [result] = await boutique
    .callerOf(call.caller)
    .application.call({ url, timeoutSeconds: (call.timeout ?? 0) + 3 });
  const seen = (await Promise.all(callees.map((callee) => callee.requests()))).flat();
  return problemsOf(boutique, call, `${call.caller} calls ${url}, which ${name}`, expected(patience, result, seen));
}

function problemsOf(
  boutique: Boutique,
  { callee }: StatedCall,
  doing: string,
  comparisons: readonly Comparison[],
): Problem[] {
  return compared('', doing, comparisons).map(({ message }) =>
    problemWith(boutique.located('VirtualService', callee), message),
  );
}

/** Policy of a call in the emitted routes. */
function emittedFor(boutique: Boutique, { caller, callee }: StatedCall, url: string): Patience {
  const { port, pathname } = new URL(url.replace(/^grpc:/, 'http:'));
  const labels = boutique.callerOf(caller).manifest.metadata.labels ?? {};
  return (
    patienceOf(boutique.object('VirtualService', callee), {
      labels,
      namespace: BOUTIQUE,
      port: Number(port === '' ? '80' : port),
      path: pathname,
    }) ?? { retries: NaN }
  );
}

function requestsOf(
  boutique: Boutique,
  { callee, methods = methodsOf(callee).slice(0, 1) }: StatedCall,
): { readonly url: string }[] {
  return urlsOf(boutique.object('Service', callee), callee).filter(({ method }) => methods.includes(method));
}

function isGood({ status = 200, grpcStatus = 0, error }: CallResult): boolean {
  return status === 200 && grpcStatus === 0 && error === undefined;
}
