import type { Context } from '../../suite';
import { analyzed } from './analysis';
import { CASES, problemsOf } from './cases';
import { judgePlantedPolicies } from './planted-policies';
import { SURROUNDINGS } from './policies';
import { judgeProxies } from './proxies';
import { Shop } from './shop';

const SUBJECT = 'policies written by hand';

/** Judges policies written by hand by real requests through real sidecars. */
export async function judgeTraffic(context: Context): Promise<void> {
  let shop: Shop | undefined;
  try {
    await context.judge(SUBJECT, 'a control plane with Istio and four pods boots', async () => {
      shop = await Shop.start();
      return { judged: SURROUNDINGS.length, problems: [] };
    });
    if (shop === undefined) return;
    const running = shop;
    for (const one of CASES)
      await context.judge(SUBJECT, one.statement, async () => ({
        judged: 1,
        problems: await problemsOf(running, one),
      }));
    await context.judge(SUBJECT, 'every proxy takes all of its configuration', () => judgeProxies(running));
    await context.judge(SUBJECT, 'istioctl analyze finds nothing in the cluster', () => analyzed(running));
    await judgePlantedPolicies(context, running);
  } finally {
    await shop?.stop();
  }
}
