import { dryRunAll, problemsOf } from '../../cluster/apply';
import { ControlPlane } from '../../cluster/control-plane';
import { installCustomResourceDefinitions } from '../../cluster/custom-resource-definitions';
import type { LocatedObject, System } from '../../manifests';
import { Context, problemWith } from '../../suite';

const OBJECTS = 500;
const REPEATABLE = ['Deployment', 'Service', 'NetworkPolicy', 'PodDisruptionBudget', 'HorizontalPodAutoscaler'];

/** Boots a control plane that serves every kind, and judges many objects: the table says how long each takes. */
export async function manyObjects({ systems, judge }: Context): Promise<void> {
  const controlPlanes: ControlPlane[] = [];
  try {
    await judge('a control plane', 'boots, and serves all custom resources', async () => {
      const controlPlane = await ControlPlane.start({ name: 'many-objects' });
      controlPlanes.push(controlPlane);
      return { judged: await installCustomResourceDefinitions(controlPlane.client), problems: [] };
    });
    for (const { client } of controlPlanes)
      await judge('many objects', 'are judged by the API server', async () => {
        const applied = await dryRunAll(client, objectsOf(systems));
        return {
          judged: applied.length,
          problems: problemsOf(applied).map(({ object, message }) => problemWith(object, message)),
        };
      });
  } finally {
    for (const controlPlane of controlPlanes) await controlPlane.stop();
  }
}

/** Systems repeated many times, since creating an object without keeping it costs the same each time. */
function objectsOf(systems: readonly System[]): LocatedObject[] {
  const all = systems.flatMap(({ objects }) => objects).filter(({ manifest }) => REPEATABLE.includes(manifest.kind));
  return Array.from({ length: OBJECTS }, (_, at) => all[at % all.length]!);
}
