import type { Problem } from '../../../errors';
import { type DeploymentWorkload, isDelivered, longestFailure } from '../../../program';
import { MS1041 } from '../rules';
import type { Json } from './followed-field';

/** Sums of times of the final pods that do not hold. */
export function timeProblems({ name, settings, ports, ...facts }: DeploymentWorkload, { spec }: Json): Problem[] {
  const { longestRequest, endpointPropagation } = settings.values;
  const { progressDeadlineSeconds = 600, minReadySeconds = 0, template } = (spec ?? {}) as Json;
  const pod = (template?.spec ?? {}) as Json;
  const containers = (pod['containers'] ?? []) as Json[];
  const grace = (pod['terminationGracePeriodSeconds'] ?? 30) as number;
  const main = containers.find((each) => each['name'] === name);
  const pause = main && pauseOf(main);
  const serves = ports.length > 0;
  const problem = (message: string, given: string, fix: string): Problem => ({
    definition: MS1041,
    message,
    given,
    allowed: 'times that hold the sum of their parts',
    fix,
  });
  const needed = (pause ?? 0) + longestRequest;
  return [
    ...(serves && pause !== undefined && pause < endpointPropagation
      ? [
          problem(
            `${name} stops before its callers have learned of it`,
            `preStop was ${pause} s, lifecycle.endpointPropagation ${endpointPropagation} s`,
            'state lifecycle.endpointPropagation, from which the pause follows',
          ),
        ]
      : []),
    ...(grace < needed
      ? [
          problem(
            `${name} is killed before its longest request has ended`,
            `terminationGracePeriodSeconds was ${grace}; preStop ${pause ?? 0} s + lifecycle.longestRequest ` +
              `${longestRequest} s = ${needed} s`,
            'state lifecycle.longestRequest, from which the grace period follows',
          ),
        ]
      : []),
    ...containers
      .filter((each) => each !== main && (pauseOf(each) ?? 0) > grace)
      .map((each) =>
        problem(
          `Kubernetes refuses the pause of container ${each['name']}`,
          `preStop was ${pauseOf(each)} s, terminationGracePeriodSeconds ${grace}`,
          'shorten the pause',
        ),
      ),
    // A StatefulSet or DaemonSet has no deadline.
    ...startProblems(
      main,
      isDelivered(facts) ? (progressDeadlineSeconds as number) : Infinity,
      minReadySeconds as number,
    ).map(([message, given]) =>
      problem(message, given, 'state lifecycle.startupTime and lifecycle.minReady, from which the deadline follows'),
    ),
  ];
}

function startProblems(main: Json | undefined, deadline: number, minReady: number): (readonly [string, string])[] {
  const start = main?.['startupProbe'] === undefined ? 0 : startBy(main['startupProbe'] as Json);
  return start + minReady < deadline
    ? []
    : [
        [
          'a rollout counts as failed before its pods are ready',
          `progressDeadlineSeconds was ${deadline}; startupProbe ${start} s + minReadySeconds ${minReady} = ` +
            `${start + minReady} s`,
        ],
      ];
}

/** Longest start that a probe lets a container take, with the defaults of the API. */
function startBy({ initialDelaySeconds = 0, periodSeconds = 10, timeoutSeconds = 1, failureThreshold = 3 }: Json) {
  return longestFailure({
    initialDelay: initialDelaySeconds as number,
    period: periodSeconds as number,
    timeout: timeoutSeconds as number,
    failureThreshold: failureThreshold as number,
  });
}

/** Seconds for which a container waits before it ends: 0 without a hook, undefined for one of unknown length. */
function pauseOf({ lifecycle }: Json): number | undefined {
  const { preStop } = (lifecycle ?? {}) as Json;
  if (preStop === undefined) return 0;
  const [program, seconds] = (preStop.exec?.command ?? []) as string[];
  if (program === 'sleep') return Number(seconds);
  return preStop.sleep?.seconds as number | undefined;
}
