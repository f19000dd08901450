import { applyAll, deleteAll, problemsOf } from '../../cluster/apply';
import type { KubernetesClient } from '../../cluster/kubernetes-client';
import { titleOf } from '../../cluster/kubernetes-object';
import { LocatedObject, parseManifests } from '../../manifests';
import { Findings, Problem, problemWith } from '../../suite';
import { App } from '../../../../lib';
import type { Change } from './changes';
import { changedBetween } from './stability';

/** Applies what a program gave and what its changed version gives: exactly the stated objects become new versions. */
export async function changesWhatTheProgramChanges(client: KubernetesClient, change: Change): Promise<Findings> {
  const first = await applyAll(client, synthesize(change, false));
  const second = await applyAll(client, synthesize(change, true));
  await deleteAll(
    client,
    second.map(({ object }) => object),
  );
  const changed = changedBetween(first, second);
  const titles = changed.map(({ manifest }) => titleOf(manifest));
  return {
    judged: second.length,
    problems: [
      ...problemsOf([...first, ...second]).map(({ object, message }) => problemWith(object, message)),
      ...changed
        .filter(({ manifest }) => !change.changes.includes(titleOf(manifest)))
        .map((object) => problemWith(object, 'it was changed as well')),
      ...change.changes
        .filter((title) => !titles.includes(title))
        .map((title): Problem => ({ object: title, message: 'it was not changed' })),
    ],
  };
}

function synthesize({ application, state }: Change, changed: boolean): LocatedObject[] {
  const app = new App();
  state(app, changed);
  return parseManifests(app.synthYaml(), `${application}.yaml`);
}
