import { dryRunAll, problemsOf } from '../cluster/apply';
import { ControlPlane } from '../cluster/control-plane';
import { installCustomResourceDefinitions } from '../cluster/custom-resource-definitions';
import { podsOf } from '../cluster/pods';
import type { LocatedObject } from '../manifests';
import { Context, Findings, problemWith, Suite } from '../suite';

/** The oldest minor version that this API server can behave as: three back. */
const OLDEST = '1.33';

/** Whether real Kubernetes API servers take every object. */
export const apiServer: Suite = {
  name: 'api-server',
  decides: 'every object is admitted by the API server, strictly, and stays as it was applied',
  judges: ['etcd', 'kube-apiserver', 'crds'],
  needs: ['namespaces'],
  run: async (context) => {
    await judgeVersion(context, { name: 'kubernetes' });
    await judgeVersion(context, { name: `kubernetes-${OLDEST}`, emulatedVersion: OLDEST });
  },
};

async function judgeVersion(context: Context, options: { readonly name: string; readonly emulatedVersion?: string }): Promise<void> {
  const controlPlane = await ControlPlane.start(options);
  try {
    const version = options.emulatedVersion ?? await controlPlane.version();
    await installCustomResourceDefinitions(controlPlane.client);
    for (const system of context.systems) {
      await context.judge(system.name, `Kubernetes ${version} admits every object`, () => admits(controlPlane, system.objects));
    }
  } finally {
    await controlPlane.stop();
  }
}

async function admits({ client }: ControlPlane, objects: readonly LocatedObject[]): Promise<Findings> {
  const applied = await dryRunAll(client, [...objects, ...podsOf(objects)]);
  return { judged: applied.length, problems: problemsOf(applied).map(({ object, message }) => problemWith(object, message)) };
}
