import type { Answer } from '../../../mesh';
import { Context, Findings, problemWith } from '../../../suite';
import { Between, compared } from '../comparison';
import type { Boutique } from './boutique';
import { withTraffic } from './ejection';
import { BOUTIQUE } from './platform';
import { urlsOf } from './requests';

const AT_ONCE = 50;
const CALLS = 300;
/** Retries that are under way at the same time, as a share of all that is; some more end while others begin. */
const SLACK = 1.15;
const FAILS_SLOWLY: Answer = { grpcStatus: 14, delaySeconds: 0.1 };

/** Judges that callers do not make a failing callee's plight worse, and that bounds let bursts pass. */
export async function judgeOverload(
  { judge, findsPlanted }: Context,
  subject: string,
  boutique: Boutique,
): Promise<void> {
  const [caller, callee] = ['frontend', 'currencyservice'];
  const rule = boutique.object('DestinationRule', callee);
  await judge(subject, 'a storm of retries stays within the budget', () => storm(boutique, caller, callee));
  await judge(subject, 'a burst of calls is not refused', () => bursts(boutique));
  await findsPlanted(
    {
      name: 'no budget of retries',
      object: `DestinationRule ${BOUTIQUE}/${callee}`,
      message: /attempts \d+ instead of/,
    },
    () =>
      boutique.under({ applied: [withTraffic(rule, { retryBudget: undefined })] }, () =>
        storm(boutique, caller, callee),
      ),
  );
  const few = { ...rule.spec.trafficPolicy.connectionPool, http: { http1MaxPendingRequests: 1, http2MaxRequests: 5 } };
  await findsPlanted(
    {
      name: 'bounds for one replica only',
      object: `DestinationRule ${BOUTIQUE}/${callee}`,
      message: /refused \d+ instead of 0/,
    },
    () => boutique.under({ applied: [withTraffic(rule, { connectionPool: few })] }, () => bursts(boutique)),
  );
}

async function storm(boutique: Boutique, caller: string, callee: string): Promise<Findings> {
  const { application } = boutique.callerOf(callee);
  const { percent } = boutique.object('DestinationRule', callee).spec.trafficPolicy.retryBudget as {
    readonly percent: number;
  };
  await boutique.reset();
  await application.answers([], FAILS_SLOWLY);
  await boutique
    .callerOf(caller)
    .application.call({ url: urlOf(boutique, callee), count: CALLS, concurrency: AT_ONCE });
  const attempts = (await application.requests()).length;
  await application.reset();
  // Each of them would be made three times.
  return found(boutique, callee, attempts, [
    ['attempts', attempts, new Between(CALLS, Math.round(CALLS * (1 + percent / 100) * SLACK))],
  ]);
}

/** Over new connections, one of which each request waits for. */
async function bursts(boutique: Boutique): Promise<Findings> {
  const calls = [
    ['frontend', 'currencyservice'],
    ['checkoutservice', 'paymentservice'],
    ['loadgenerator', 'frontend'],
    ['cartservice', 'redis-cart'],
  ] as const;
  const all: Findings[] = [];
  for (const [caller, callee] of calls) {
    await boutique.reset();
    // Five bytes: Istio waits for more where it has to guess the protocol.
    const results = await boutique
      .callerOf(caller)
      .application.call({ url: urlOf(boutique, callee), body: 'short', count: AT_ONCE, concurrency: AT_ONCE });
    const refused = results.filter(
      ({ status = 200, grpcStatus = 0, error }) =>
        status === 503 || grpcStatus === 14 || (error !== undefined && grpcStatus === 0),
    );
    all.push(found(boutique, callee, results.length, [['refused', refused.length, 0]]));
  }
  return {
    judged: all.reduce((sum, { judged }) => sum + judged, 0),
    problems: all.flatMap(({ problems }) => problems),
  };
}

function found(
  boutique: Boutique,
  callee: string,
  judged: number,
  comparisons: Parameters<typeof compared>[2],
): Findings {
  return {
    judged,
    problems: compared('', `${CALLS} calls, ${AT_ONCE} at once`, comparisons).map(({ message }) =>
      problemWith(boutique.located('DestinationRule', callee), message),
    ),
  };
}

function urlOf(boutique: Boutique, callee: string): string {
  return urlsOf(boutique.object('Service', callee), callee)[0]!.url;
}
