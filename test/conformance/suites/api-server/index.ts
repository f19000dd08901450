import { ControlPlane } from '../../cluster/control-plane';
import { kindsOf, installCustomResourceDefinitions } from '../../cluster/custom-resource-definitions';
import { OLDEST } from '../../cluster/versions';
import type { KubernetesClient } from '../../cluster/kubernetes-client';
import type { Context, Suite } from '../../suite';
import { admits } from './admission';
import { type Attack, attack, judgeAttack, kindsOfAttack } from './attack';
import { changesWhatTheProgramChanges } from './change';
import { CHANGES } from './changes';
import { judgeAgents } from './agents';
import { judgeJobs } from './jobs';
import { judgePatches } from './patched';
import { planted } from './planted';
import { staysAsApplied } from './stability';

/** Tests that real Kubernetes API servers accept every object. */
export const apiServer: Suite = {
  name: 'api-server',
  decides: 'every object is admitted by real API servers, strictly, and stays as it was applied',
  judges: ['etcd', 'kube-apiserver', 'crds'],
  needs: ['namespaces'],
  load: { seconds: 50, cores: 1.2 },
  run: async (context) => {
    // Before a server waits for requests: it would close connections meanwhile.
    const attacked = context.applications ? attack() : undefined;
    await withControlPlane(context, { name: 'kubernetes' }, async (controlPlane) => {
      await judgeSystems(context, controlPlane, await controlPlane.version());
      if (context.applications) await judgeChanges(context, controlPlane);
      if (context.applications) await judgePatches(context, controlPlane.client);
      if (context.applications) await judgeJobs(context, controlPlane.client);
      if (context.applications) await judgeAgents(context, controlPlane.client);
      if (attacked !== undefined) await judgeHostileValues(context, controlPlane.client, attacked);
      await planted(context, controlPlane.client);
    });
    await withControlPlane(context, { name: `kubernetes-${OLDEST}`, emulatedVersion: OLDEST }, (controlPlane) =>
      judgeSystems(context, controlPlane, OLDEST),
    );
  },
};

async function withControlPlane(
  context: Context,
  options: { readonly name: string; readonly emulatedVersion?: string },
  judge: (controlPlane: ControlPlane) => Promise<void>,
): Promise<void> {
  const controlPlane = await ControlPlane.start(options);
  try {
    await installCustomResourceDefinitions(
      controlPlane.client,
      kindsOf(context.systems.flatMap(({ objects }) => objects)),
    );
    await judge(controlPlane);
  } finally {
    await controlPlane.stop();
  }
}

async function judgeSystems({ systems, judge }: Context, { client }: ControlPlane, version: string): Promise<void> {
  for (const { name, objects } of systems) {
    await judge(name, `Kubernetes ${version} admits every object, and every pod`, () => admits(client, objects));
    await judge(name, `Kubernetes ${version}: applying again changes nothing`, () => staysAsApplied(client, objects));
  }
}

async function judgeChanges({ judge }: Context, { client }: ControlPlane): Promise<void> {
  for (const change of CHANGES) {
    await judge(change.application, `${change.name}: changes no other object`, () =>
      changesWhatTheProgramChanges(client, change),
    );
  }
}

async function judgeHostileValues(context: Context, client: KubernetesClient, attacked: Attack): Promise<void> {
  await installCustomResourceDefinitions(client, kindsOfAttack(attacked));
  await judgeAttack(context, client, attacked);
}
