import type { Findings, Problem } from '../../suite';
import type { Probe } from './probes';
import { endingOf, inMillis, isAnswered, problemOf, waitsAsLong } from './results';
import type { RunningSystems } from './running';
import { isEncrypted, Reached } from './send';

/** Tests that exactly the stated requests are answered, and that proxies wait as long as is stated. */
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

/** Tests that scopes alone refuse callees without a stated call. Scopes know no ports, methods and paths. */
export function judgeScopes(running: RunningSystems, reached: readonly Reached[]): Findings {
  return judged(running, reached, ({ known }) => known, 'Sidecar');
}

/** Tests that authorization alone admits exactly the stated requests. Hosts outside of the mesh have none. */
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
