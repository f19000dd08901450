import type { Findings, Problem } from '../../suite';
import type { Probe } from './probes';
import { endingOf, inMillis, isAnswered, problemOf, waitsAsLong } from './results';
import type { RunningSystems } from './running';
import { isEncrypted, Reached } from './send';

/** Whether exactly the requests were answered that the drawn systems state, and were waited for as they state. */
export function judgeDeclared(running: RunningSystems, reached: readonly Reached[]): Findings {
  return judged(
    running,
    reached,
    ({ declared }) => declared,
    'AuthorizationPolicy',
    (one) => {
      const { probe, routed } = one;
      if (probe.policy === undefined) return [];
      const stated = probe.policy.perTryTimeout ?? probe.policy.timeout;
      const waits = routed?.waits ?? null;
      return waitsAsLong(stated, waits, probe)
        ? []
        : [
            problemOf(
              running,
              one,
              'VirtualService',
              `its proxy gives an attempt ${inMillis(waits)}, and ${inMillis(stated)} are stated`,
            ),
          ];
    },
  );
}

/** Whether scopes alone keep callers from what they do not call at all: they know no ports, methods and paths. */
export function judgeScopes(running: RunningSystems, reached: readonly Reached[]): Findings {
  return judged(running, reached, ({ known }) => known, 'Sidecar');
}

/** Whether authorization alone lets exactly the stated requests in: what is outside of the mesh has none. */
export function judgeAuthorization(running: RunningSystems, reached: readonly Reached[]): Findings {
  return judged(
    running,
    reached,
    ({ to, declared }) => (to.kind === 'external' ? undefined : declared),
    'AuthorizationPolicy',
  );
}

function judged(
  running: RunningSystems,
  reached: readonly Reached[],
  expected: (probe: Probe) => boolean | undefined,
  kind: 'AuthorizationPolicy' | 'Sidecar',
  furtherProblems: (one: Reached) => Problem[] = () => [],
): Findings {
  const told = reached.filter(({ probe }) => expected(probe) !== undefined);
  return {
    judged: told.length,
    problems: told.flatMap((one): Problem[] => {
      const { probe, seen, result } = one;
      if (!expected(probe))
        return seen.length === 0 ? [] : [problemOf(running, one, kind, 'it arrives, and is not stated')];
      return seen.length > 0 && (isEncrypted(probe) || isAnswered(result))
        ? furtherProblems(one)
        : [problemOf(running, one, kind, `it ends with ${endingOf(result)}, and is stated`)];
    }),
  };
}
