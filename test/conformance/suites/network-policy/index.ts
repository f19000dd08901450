import * as path from 'node:path';
import type { LocatedObject, System } from '../../manifests';
import type { Context, Findings, Suite } from '../../suite';
import { Answer, answersFor } from './answers';
import { ARCHITECTURES } from './architectures';
import { type Call, isOfItself } from './call';
import type { Connection } from './connections';
import { Declared, declaredIn } from './declared';
import { callsIn } from './environment';
import { judgeConnections, judgeSides } from './judgement';
import { workloadsOf } from './endpoints';
import { planted } from './planted';
import { servicesIn } from './services';

/**
 * Tests that NetworkPolicies allow exactly the declared connections.
 *
 * cyclonus' verdict on every pair of pods at every port is compared with the calls of a known architecture, else with
 * the addresses of Services in callers' environment variables and with the Services that lead in from outside.
 */
export const networkPolicy: Suite = {
  name: 'network-policy',
  decides: 'the network lets exactly the declared calls, by cyclonus',
  judges: ['cyclonus'],
  needs: [],
  load: { seconds: 30, cores: 1 },
  run: async (context) => {
    for (const system of context.systems) await judgeSystem(context, system);
    await planted(context, path.join(context.scratch, 'planted'));
  },
};

async function judgeSystem({ judge, applications, scratch }: Context, { name, objects }: System): Promise<void> {
  const architecture = applications ? ARCHITECTURES.get(name) : undefined;
  const declared = declaredIn(objects, architecture);
  let answers: readonly Answer[] = [];
  const about = (concerns: (connection: Connection) => boolean): readonly Answer[] =>
    answers.filter(({ connection }) => concerns(connection));
  const statement = (text: string, concerns: (connection: Connection) => boolean): Promise<void> =>
    judge(name, text, () => Promise.resolve(judgeConnections(about(concerns), declared)));

  const folder = path.join(scratch, name);
  await judge(
    name,
    `workloads: exactly the ${declared.calls.size} ` +
      `${architecture === undefined ? 'calls that environments name' : 'calls of the architecture'}`,
    async () => {
      answers = await answersFor(objects, folder);
      return judgeConnections(
        about(({ from, to }) => from.role === 'workload' && to.role === 'workload'),
        declared,
      );
    },
  );
  await statement(
    'pods that nothing states: no calls',
    ({ from, to }) => to.role !== 'name server' && [from, to].some(({ role }) => role === 'unstated pod'),
  );
  await statement(
    'outside: exactly what is exposed',
    ({ from, to }) =>
      [from, to].some(({ role }) => role === 'outside') && [from, to].some(({ role }) => role === 'workload'),
  );
  await statement('name server: callers may ask it, and nothing else', ({ to }) => to.role === 'name server');
  // Others may keep to one side.
  if (applications)
    await judge(name, 'caller and callee: each refuses the rest by itself', () =>
      Promise.resolve(judgeSides(answers, declared)),
    );
  if (architecture !== undefined && architecture.length > 0)
    await judge(name, 'environments: exactly the addresses of the architecture', () =>
      Promise.resolve(namesExactly(objects, declared)),
    );
}

/**
 * The environment variables tell the callers the addresses of what they call, and of nothing else. No variable tells
 * replicas of each other.
 */
function namesExactly(objects: readonly LocatedObject[], { calls }: Declared): Findings {
  const named = new Set<Call>(callsIn(workloadsOf(objects), servicesIn(objects)));
  return {
    judged: calls.size,
    problems: [
      ...[...calls]
        .filter((each) => !named.has(each) && !isOfItself(each))
        .map((each) => ({ message: `${each}: no environment variable of the caller names the address` })),
      ...[...named]
        .filter((each) => !calls.has(each))
        .map((each) => ({ message: `${each}: an environment variable names the address, but there is no such call` })),
    ],
  };
}
