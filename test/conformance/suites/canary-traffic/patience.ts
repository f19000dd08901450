import type { RunningPod } from '../../mesh';
import type { Findings, Problem } from '../../suite';
import { CALLS } from './program';
import { arrived, ask, Caller } from './requests';

/** The answer comes when nobody waits for it any more. */
export const SLOW_SECONDS = 4;
const TOLERANCE_SECONDS = 0.6;

/**
 * A new version that answers too late is waited for, and asked again, as each call states it: the controller's own
 * routes say nothing of it.
 */
export async function judgePatience(
  callers: Readonly<Record<Caller, RunningPod>>,
  fresh: readonly RunningPod[],
  at: (message: string) => Problem,
): Promise<Findings> {
  const problems: Problem[] = [];
  for (const caller of Object.keys(callers) as Caller[]) {
    const { timeoutSeconds, attempts } = CALLS[caller];
    const sample = `patience-of-${caller}-${Date.now()}`;
    const [result] = await ask(callers[caller], caller, 1, { tries: true, sample });
    const count = await arrived(fresh, sample);
    if (result!.status !== 504)
      problems.push(
        at(`${caller} got ${result!.status ?? result!.error} from a new version that answers after ${SLOW_SECONDS} s`),
      );
    if (Math.abs(result!.seconds - timeoutSeconds) > TOLERANCE_SECONDS)
      problems.push(at(`${caller} waited for ${result!.seconds.toFixed(1)} s, and ${timeoutSeconds} s are stated`));
    if (count !== attempts) problems.push(at(`${caller} asked ${count} times, and ${attempts} are stated`));
  }
  return { judged: Object.keys(callers).length, problems };
}
