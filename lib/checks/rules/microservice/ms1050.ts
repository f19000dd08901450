import { type Detail, type Rule, Severity } from '../../../errors';
import { healthOf, longestFailure, originOf, shortestFailure, type Workload } from '../../../program';
import { ContainerRole, isWhole } from '../../../values';

/** Startup probe and time of a start that contradict each other. */
export const MS1050: Rule<Workload> = {
  code: 'MS1050',
  title: 'the startup probe ends a start at another time than lifecycle.startupTime says',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The kubelet restarts a container whose startup probe has failed `failureThreshold` times: after `initialDelay` ' +
    'and one `period` for each failure but the first where the probe is refused at once, and after as many ' +
    'timeouts where it hangs and `timeout` is longer than `period`. A probe that fails sooner than ' +
    '`lifecycle.startupTime` ends starts that are allowed; one that fails later lets a start hang for longer than ' +
    'everything else counts with: autoscaling, callers that wait for the first replica. Leave `failureThreshold` ' +
    'out, and it follows from `lifecycle.startupTime`; or leave `startupTime` out, and it follows from the probe.',
  reads: 'workload',

  evaluate: ({ containers, settings }) =>
    containers.flatMap((container): Detail[] => {
      if (container.role !== ContainerRole.MAIN || container.startup === undefined) return [];
      const { startup } = healthOf(container, settings.values);
      const { startupTime } = settings.values;
      if (startup === undefined) return [];
      const [shortest, longest] = [shortestFailure(startup), longestFailure(startup)];
      const margin = Math.max(startup.period, startup.timeout);
      // Invalid numbers have findings of their own.
      const isValid = [shortest, longest, startupTime].every((time) => isWhole(time, 0));
      const { initialDelay, period, timeout, failureThreshold } = startup;
      // People count failures times period, and the first probe takes up to a period to come.
      const early = shortest + period < startupTime;
      if (!isValid || (!early && longest < startupTime + 2 * margin)) return [];
      return [
        {
          message: early
            ? `the startup probe restarts the container after ${shortest} s, before its longest start is over`
            : `the startup probe lets a start hang for ${longest} s`,
          given:
            `initialDelay ${initialDelay} s, period ${period} s, timeout ${timeout} s, failureThreshold ` +
            `${failureThreshold}; lifecycle.startupTime ${startupTime} s (${originOf(settings, 'startupTime')})`,
          allowed: `a probe that fails between ${startupTime} s and ${startupTime + 2 * margin} s`,
          fix:
            !early && timeout > period
              ? `state a period of ${timeout} s, the timeout, and leave failureThreshold out`
              : `leave failureThreshold out, or state lifecycle.startupTime of ${longest} s`,
        },
      ];
    }),
};
