import type { Context } from '../../../suite';
import { judgeExternalService } from '../external';
import { judgeScale } from '../scale';
import { judgeTelemetry } from '../telemetry';
import { judgeAdmission } from './admission';
import { Boutique } from './boutique';
import { judgeEjection } from './ejection';
import { judgeOverload } from './overload';
import { judgeWhoReachesWhom } from './pairs';
import { judgePatience } from './patience';

// Of those on Istio the one without controllers: nobody would make pods of Rollouts here.
const SYSTEM = 'online-boutique/keda';

/** Judges what the library emits for Online Boutique by real requests through real sidecars. */
export async function judgeOnlineBoutique(context: Context): Promise<void> {
  const system = context.systems.find(({ name }) => name === SYSTEM);
  if (!context.applications || system === undefined) return;
  let started: Boutique | undefined;
  try {
    await context.judge(SYSTEM, 'a control plane with Istio and a pod of every workload boots', async () => {
      started = await Boutique.start(system);
      return { judged: started.inMesh.length, problems: [] };
    });
    if (started === undefined) return;
    const boutique = started;
    // What an earlier question changed is undone before the next one is asked.
    const undone: Context = {
      ...context,
      judge: (subject, statement, judge) =>
        context.judge(subject, statement, async () => boutique.settled().then(judge)),
    };
    await judgeAdmission(undone, system, boutique);
    await judgeWhoReachesWhom(undone, SYSTEM, boutique);
    await judgePatience(undone, SYSTEM, boutique);
    await judgeEjection(undone, SYSTEM, boutique);
    await judgeOverload(undone, SYSTEM, boutique);
    await boutique.settled();
    await judgeExternalService(context, boutique.cluster);
    await judgeTelemetry(context, boutique.cluster);
    // Istiod would configure them anew for each of the objects that follow.
    await boutique.stopPods();
    await judgeScale(context, boutique.cluster);
  } finally {
    await started?.stop();
  }
}
