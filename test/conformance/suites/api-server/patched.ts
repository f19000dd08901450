import type { KubernetesClient } from '../../cluster/kubernetes-client';
import type { Context, Findings } from '../../suite';
import { admits } from './admission';
import { Patch, Patched, patched, REFUSED, TAKEN } from './patches';

const SUBJECT = 'patched microservices';
const OBJECT = 'Deployment patched/cart';

/** Judges what findings say of patches: the API server refuses what they report, and takes the others. */
export async function judgePatches({ judge, findsPlanted }: Context, client: KubernetesClient): Promise<void> {
  await judge(SUBJECT, 'what the API server refuses is an error before', () => refused(client, REFUSED));
  await judge(SUBJECT, 'where nothing is found, the API server admits', () => taken(client, TAKEN));
  await findsPlanted(
    { name: 'a patch of which no finding says that it is refused', object: OBJECT, message: /hostPath/ },
    () => refused(client, REFUSED.slice(0, 1), (patch) => ({ ...patched(patch), errors: [] })),
  );
}

async function refused(
  client: KubernetesClient,
  patches: readonly Patch[],
  made: (patch: Patch) => Patched = patched,
): Promise<Findings> {
  return each(patches, async (patch) => {
    const { objects, errors } = made(patch);
    const { problems } = await admits(client, objects);
    return [
      ...(problems.length === 0 ? [`${patch.name}: the API server takes it`] : []),
      ...(errors.length === 0 ? [`${patch.name}: no finding says that it is refused`] : []),
    ];
  });
}

async function taken(client: KubernetesClient, patches: readonly Patch[]): Promise<Findings> {
  return each(patches, async (patch) => {
    const { objects, errors } = patched(patch);
    const { problems } = await admits(client, objects);
    return [
      ...problems.map(({ message }) => `${patch.name}: ${message}`),
      ...errors.map(({ code, message }) => `${patch.name}: ${code} ${message}`),
    ];
  });
}

async function each(patches: readonly Patch[], said: (patch: Patch) => Promise<readonly string[]>): Promise<Findings> {
  const messages: string[] = [];
  for (const patch of patches) messages.push(...(await said(patch)));
  return { judged: patches.length, problems: messages.map((message) => ({ object: OBJECT, message })) };
}
