import { DecisionSimulator } from '../../../support/decision/decision';
import type { Findings, Problem } from '../../suite';
import type { Probe } from './probes';
import { problemOf } from './results';
import type { RunningSystems } from './running';
import { isEncrypted, send } from './send';

/** Answer of an unavailable callee, which carries nothing out. */
const UNAVAILABLE = { otherwise: { status: 503, grpcStatus: 14 } };

/** One request of each stated call whose attempts can be counted. */
export function attemptsAmong(probes: readonly Probe[]): Probe[] {
  const once = new Map(
    probes
      .filter(({ policy, protocol, asked }) => policy !== undefined && (protocol === 'http' || asked.method === 'POST'))
      .filter((probe) => !isEncrypted(probe))
      .map((probe) => [JSON.stringify([probe.from, probe.to, probe.port, probe.policy]), probe]),
  );
  return [...once.values()];
}

/** Tests that an unavailable callee is tried as often as the system states, and as the simulator's route says. */
export async function judgeAttempts(running: RunningSystems, probes: readonly Probe[]): Promise<Findings> {
  const simulator = new DecisionSimulator(running.manifests());
  const reached = await send(running, probes, UNAVAILABLE);
  return {
    judged: reached.length,
    problems: reached.flatMap((one): Problem[] => {
      const { from, to, port, asked, policy } = one.probe;
      if (to.kind === 'pod') return [];
      const route = simulator.routeOf({ from: simulator.workload(from), to: to.host, port, ...asked });
      return Object.entries({ 'it is stated': policy!.attempts, 'the simulator says': route?.retries?.attempts })
        .filter(([, retries]) => retries + 1 !== one.seen.length)
        .map(([who, retries]) =>
          problemOf(
            running,
            one,
            'VirtualService',
            `${who} that it is tried ${retries + 1} times, and it is ${one.seen.length} times`,
          ),
        );
    }),
  };
}
