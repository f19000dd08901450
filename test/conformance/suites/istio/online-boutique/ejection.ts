import type { KubernetesObject } from '../../../cluster/kubernetes-object';
import { Answer, CallResult } from '../../../mesh';
import { sleep } from '../../../processes';
import { Context, Findings, Problem, problemWith } from '../../../suite';
import { Between, compared, Comparison } from '../comparison';
import { Boutique, SPREAD } from './boutique';
import { BOUTIQUE } from './platform';
import { urlsOf } from './requests';

/** Its caller stands in the zone of the first of its pods. */
const CALLER = 'frontend';
/** A callee with one pod, and its caller. */
const [SINGLE, CALLER_OF_SINGLE] = ['emailservice', 'checkoutservice'];
const UNAVAILABLE: Answer = { grpcStatus: 14 };
const REQUESTS = 60;
/** In seconds: what is emitted would take minutes. */
const QUICKLY = { interval: '1s', baseEjectionTime: '3s' };
const RETURNS_WITHIN = 10;

/** Judges that replicas that fail are left out for a while, but never the last one, and that load stays spread. */
export async function judgeEjection(
  { judge, findsPlanted }: Context,
  subject: string,
  boutique: Boutique,
): Promise<void> {
  const rule = boutique.object('DestinationRule', SPREAD);
  const single = boutique.object('DestinationRule', SINGLE);
  const quick = withTraffic(rule, { outlierDetection: { ...rule.spec.trafficPolicy.outlierDetection, ...QUICKLY } });
  await judge(subject, 'a replica that fails is left out after the stated errors, and comes back', () =>
    boutique.under({ applied: [quick] }, () => ejected(boutique)),
  );
  await judge(subject, 'the last replica is never left out', () => neverEjected(boutique));
  await judge(subject, 'load is spread over all zones', () => spread(boutique));

  const object = `DestinationRule ${BOUTIQUE}/${SPREAD}`;
  await findsPlanted({ name: 'no outlier detection', object, message: /requests to the one that fails/ }, () =>
    boutique.under({ applied: [withTraffic(rule, { outlierDetection: undefined })] }, () => ejected(boutique)),
  );
  await findsPlanted(
    { name: 'a share of ejected replicas that rounds to none', object, message: /requests to the one that fails/ },
    () =>
      boutique.under(
        {
          applied: [
            withTraffic(rule, {
              outlierDetection: { ...quick.spec.trafficPolicy.outlierDetection, maxEjectionPercent: 33 },
            }),
          ],
        },
        () => ejected(boutique),
      ),
  );
  // As above: proxies decide on several threads.
  await findsPlanted(
    {
      name: 'all replicas may be left out',
      object: `DestinationRule ${BOUTIQUE}/${SINGLE}`,
      message: /requests to the only one [5-7] instead of/,
    },
    () =>
      boutique.under(
        {
          applied: [
            withTraffic(single, {
              outlierDetection: { ...single.spec.trafficPolicy.outlierDetection, maxEjectionPercent: 100 },
            }),
          ],
        },
        () => neverEjected(boutique),
      ),
  );
  await findsPlanted({ name: 'preference for the own zone', object, message: /requests to each zone/ }, () =>
    boutique.under({ applied: [withTraffic(rule, { loadBalancer: { simple: 'LEAST_REQUEST' } })] }, () =>
      spread(boutique),
    ),
  );
}

async function ejected(boutique: Boutique): Promise<Findings> {
  const failing = boutique.podsOf(SPREAD)[1]!.application;
  await boutique.reset();
  await failing.answers([], UNAVAILABLE);
  const results = await call(boutique, CALLER, SPREAD, REQUESTS);
  const errors = boutique.object('DestinationRule', SPREAD).spec.trafficPolicy.outlierDetection
    .consecutive5xxErrors as number;
  const taken = (await failing.requests()).length;
  // Proxies decide on several threads: another request may be on its way.
  const stated = new Between(errors, errors + 2);
  const comparisons: Comparison[] = [
    ['requests to the one that fails', taken, stated],
    ['errors', results.filter(({ grpcStatus }) => grpcStatus !== 0).length, stated],
  ];
  await failing.reset();
  if (stated.most >= taken) comparisons.push(['came back', await comesBack(boutique), true]);
  return findings(boutique, SPREAD, results, comparisons);
}

async function comesBack(boutique: Boutique): Promise<boolean> {
  for (const end = Date.now() + RETURNS_WITHIN * 1000; Date.now() < end; await sleep(200)) {
    await call(boutique, CALLER, SPREAD, 6);
    if ((await boutique.podsOf(SPREAD)[1]!.application.requests()).length > 0) return true;
  }
  return false;
}

async function neverEjected(boutique: Boutique): Promise<Findings> {
  const { application } = boutique.callerOf(SINGLE);
  await boutique.reset();
  await application.answers([], UNAVAILABLE);
  const results = await call(boutique, CALLER_OF_SINGLE, SINGLE, REQUESTS / 3);
  const taken = (await application.requests()).length;
  await application.reset();
  return findings(boutique, SINGLE, results, [['requests to the only one', taken, results.length]]);
}

async function spread(boutique: Boutique): Promise<Findings> {
  await boutique.reset();
  const results = await call(boutique, CALLER, SPREAD, REQUESTS);
  const counts = await Promise.all(
    boutique.podsOf(SPREAD).map(async ({ application }) => (await application.requests()).length),
  );
  return findings(
    boutique,
    SPREAD,
    results,
    counts.map((count): Comparison => ['requests to each zone', count, new Between(REQUESTS / 6, REQUESTS)]),
  );
}

async function call(boutique: Boutique, caller: string, callee: string, count: number): Promise<readonly CallResult[]> {
  const { url } = urlsOf(boutique.object('Service', callee), callee)[0]!;
  return boutique.callerOf(caller).application.call({ url, count });
}

function findings(
  boutique: Boutique,
  callee: string,
  results: readonly CallResult[],
  comparisons: readonly Comparison[],
): Findings {
  const problems = compared('', `${results.length} calls`, comparisons).map(({ message }): Problem =>
    problemWith(boutique.located('DestinationRule', callee), message),
  );
  return { judged: results.length, problems };
}

/** A DestinationRule with another part of its policy; undefined takes a part away. */
export function withTraffic(rule: KubernetesObject, part: Readonly<Record<string, unknown>>): KubernetesObject {
  return JSON.parse(
    JSON.stringify({ ...rule, spec: { ...rule.spec, trafficPolicy: { ...rule.spec.trafficPolicy, ...part } } }),
  ) as KubernetesObject;
}
