import * as net from 'node:net';
import * as path from 'node:path';
import { ControlPlane } from '../../cluster/control-plane';
import { ConformanceError } from '../../errors';
import { Server } from '../../processes';
import type { Context, Findings, Suite } from '../../suite';
import { leavesNothing } from './ended-run';
import { manyObjects } from './many-objects';

/** Tests the harness itself: errors are reported, and nothing outlives a run. */
export const harness: Suite = {
  name: 'harness',
  decides: 'what is wrong with a judge is said, and a run leaves nothing behind however it ends',
  judges: ['etcd', 'kube-apiserver', 'crds'],
  needs: ['namespaces'],
  load: { seconds: 60, cores: 1.2 },
  run: async (context) => {
    const { judge } = context;
    await judge('a port in use', 'is said, with the log of what wanted it', portInUse);
    await judge('a judge that does not start', 'is said, with its log', () => doesNotStart(context));
    await judge('a run killed with SIGKILL', 'leaves nothing, and the next one works', () =>
      leavesNothing(context, 'SIGKILL'),
    );
    await judge('a run ended by Ctrl-C', 'leaves nothing, and the next one works', () =>
      leavesNothing(context, 'SIGINT'),
    );
    await manyObjects(context);
  },
};

async function portInUse(): Promise<Findings> {
  const taken = net.createServer();
  const port = await new Promise<number>((resolve) =>
    taken.listen(0, '127.0.0.1', () => resolve((taken.address() as net.AddressInfo).port)),
  );
  try {
    return await failsWith(
      /^kube-apiserver ended with status 1 by itself; the end of its log .*address already in use/s,
      async () => (await ControlPlane.start({ name: 'port-in-use', port })).stop(),
    );
  } finally {
    taken.close();
  }
}

function doesNotStart({ scratch }: Context): Promise<Findings> {
  const options = {
    name: 'broken',
    program: process.execPath,
    args: ['-e', 'console.error("out of order"); process.exit(3)'],
    logs: path.join(scratch, 'logs'),
    ready: () => Promise.resolve(false),
  };
  return failsWith(/^broken ended with status 3 by itself; the end of its log .*out of order/s, async () =>
    (await Server.start(options)).stop(),
  );
}

async function failsWith(message: RegExp, action: () => Promise<void>): Promise<Findings> {
  try {
    await action();
  } catch (error) {
    const said = (error as Error).message;
    return {
      judged: 1,
      problems: error instanceof ConformanceError && message.test(said) ? [] : [{ message: `it said: ${said}` }],
    };
  }
  return { judged: 1, problems: [{ message: 'it did not fail' }] };
}
