import { Istiod, refusalsOf, RunningPod } from '../../mesh';
import type { Findings, Problem } from '../../suite';

/** Tests that every proxy has accepted all of its configuration, by istiod's records and each Envoy's counters. */
export async function judgeProxies({
  istiod,
  inMesh,
}: {
  readonly istiod: Istiod;
  readonly inMesh: readonly RunningPod[];
}): Promise<Findings> {
  const connected = await istiod.proxies();
  const problems = await Promise.all(
    inMesh.map(async (pod): Promise<Problem[]> => {
      const object = `Pod ${pod.manifest.metadata.namespace}/${pod.manifest.metadata.name}`;
      const status = connected.find(({ proxy }) => proxy === pod.name);
      if (status === undefined) return [{ object, message: 'its proxy is not connected to istiod' }];
      const refusals = [...refusalsOf(status), ...(await pod.rejectedUpdates())];
      return refusals.map((message) => ({ object, message: `its proxy refuses configuration: ${message}` }));
    }),
  );
  const counted = await istiod.rejections();
  const found = problems.flat();
  return {
    judged: inMesh.length,
    problems:
      counted > 0 && found.length === 0 ? [{ message: `istiod counted ${counted} refusals of configuration` }] : found,
  };
}
