import type { Context } from '../../suite';
import { judgedByFiles } from './complaints';
import { analyzeFiles, validate } from './istioctl';
import { judgePlantedManifests } from './planted-manifests';

/** Judges each system by its files alone. */
export async function judgeManifests(context: Context): Promise<void> {
  for (const system of context.systems) {
    await context.judge(system.name, 'istioctl validate refuses no object', () => judgedByFiles(system, validate));
    await context.judge(system.name, 'istioctl analyze finds nothing in the files', () =>
      judgedByFiles(system, analyzeFiles),
    );
  }
  await judgePlantedManifests(context);
}
