import { isDeepStrictEqual } from 'node:util';
import { complaintsOf, KubernetesClient } from '../../cluster/kubernetes-client';
import type { LocatedObject } from '../../manifests';
import { Findings, Problem, problemWith } from '../../suite';

/** Applies everything again, as it is: nothing may be refused, and no object may change. */
export async function applyAgain(client: KubernetesClient, objects: readonly LocatedObject[]): Promise<Findings> {
  const problems = await Promise.all(
    objects.map(async (object): Promise<Problem[]> => {
      const { body: live } = await client.read(object.manifest);
      const answer = await client.apply(object.manifest);
      if (answer.status >= 300)
        return [problemWith(object, `applying it again is refused: ${complaintsOf(answer).join('; ')}`)];
      return isDeepStrictEqual(live.spec, answer.body.spec)
        ? []
        : [
            problemWith(
              object,
              `applying it again changes it from ${JSON.stringify(live.spec)} to ${JSON.stringify(answer.body.spec)}`,
            ),
          ];
    }),
  );
  return { judged: objects.length, problems: problems.flat() };
}
