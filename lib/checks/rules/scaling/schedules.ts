import type { Problem } from '../../../errors';
import { DeploymentWorkload } from '../../../program';
import { cronProblem, isTimeZone } from '../../../values';
import { isWhole, Rule } from '../../rule';

/** Schedules begin, end, and change something between. */
export const schedules: Rule<DeploymentWorkload> = ({ settings }) => {
  const { metrics, min, max } = settings.values.scaling;
  return metrics.flatMap(({ _schedule: schedule }): Problem[] => {
    if (schedule === undefined) return [];
    const { start, end, timezone, replicas } = schedule;
    const problem = (message: string, given: string, allowed: string, fix: string): Problem => ({
      code: 'MS6006',
      message,
      given,
      allowed,
      fix,
    });
    return [
      ...(['start', 'end'] as const).flatMap((field) => {
        const reason = cronProblem(schedule[field]);
        return reason === undefined
          ? []
          : [
              problem(
                `the ${field} of a schedule never comes`,
                `${field} was '${schedule[field]}': ${reason}`,
                'minute, hour, day of the month, month and day of the week (0 to 6, or sun to sat), as in 0 8 * * 1-5',
                'correct it',
              ),
            ];
      }),
      ...(start.trim().split(/\s+/).join(' ') === end.trim().split(/\s+/).join(' ')
        ? [problem('a schedule ends when it starts', `both were '${start}'`, 'two times', 'state when it ends')]
        : []),
      ...(isTimeZone(timezone)
        ? []
        : [
            problem(
              'a time zone is none',
              `timezone was '${timezone}'`,
              'names of the IANA database, as in Europe/Berlin or UTC',
              'correct it',
            ),
          ]),
      ...(isWhole(replicas, 1) && replicas > min && replicas <= max
        ? []
        : [
            problem(
              'a schedule changes nothing',
              `replicas was ${replicas}, min was ${min}, max was ${max}`,
              `whole numbers above min, up to max`,
              'state how many replicas there are to be from start to end',
            ),
          ]),
    ];
  });
};
