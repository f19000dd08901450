import { complaintsOf, type KubernetesClient } from '../../cluster/kubernetes-client';
import type { LocatedObject } from '../../manifests';
import { until } from '../../processes';
import { type Findings, type Problem, problemWith } from '../../suite';
import { ofKind } from './workload';

/** Time limit in seconds for a run to start and to end on a busy machine. */
const SECONDS = 60;

/** CronJobs that are meant to run. */
export function scheduledAmong(objects: readonly LocatedObject[]): LocatedObject[] {
  return ofKind(objects, 'CronJob').filter(({ manifest }) => manifest.spec.suspend !== true);
}

/** Brings the next run of every CronJob forward to now: one of which no run succeeds in time is a problem. */
export async function runsOnSchedule(
  client: KubernetesClient,
  objects: readonly LocatedObject[],
  seconds = SECONDS,
): Promise<Findings> {
  const scheduled = scheduledAmong(objects);
  const problems = await Promise.all(scheduled.map((object) => problemsOfRun(client, object, seconds)));
  return { judged: scheduled.length, problems: problems.flat() };
}

async function problemsOfRun(
  client: KubernetesClient,
  object: LocatedObject,
  seconds: number,
): Promise<readonly Problem[]> {
  const { manifest } = object;
  const complaints = complaintsOf(
    await client.apply({ ...manifest, spec: { ...manifest.spec, schedule: '@every 1s' } }),
  );
  if (complaints.length > 0) return [problemWith(object, `its changed manifest is refused: ${complaints.join('; ')}`)];
  let status: { lastScheduleTime?: string; lastSuccessfulTime?: string } = {};
  const succeeds = async () => {
    status = (await client.read(manifest)).body.status ?? {};
    return status.lastSuccessfulTime !== undefined;
  };
  const problems = await until(succeeds, seconds).then(
    () => [],
    () => [
      problemWith(
        object,
        status.lastScheduleTime === undefined
          ? `no run has started after ${seconds} s`
          : `no run has succeeded after ${seconds} s`,
      ),
    ],
  );
  await client.apply(manifest);
  return problems;
}
