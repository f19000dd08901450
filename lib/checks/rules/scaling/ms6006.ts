import { Detail, Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { cronProblem, isTimeZone, Scaling, ScalingMetric, isWhole } from '../../../values';

/** Every schedule begins, ends, and raises the number of replicas in between. */
export const MS6006: Rule<DeploymentWorkload> = {
  code: 'MS6006',
  title: 'a schedule never takes effect',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A schedule has five fields of cron at its start and at its end, which differ and come to pass, a time ' +
    'zone of the IANA database, and more replicas than `min`, up to `max`.',
  reads: 'scaling of the microservice',

  evaluate: ({ settings }) => {
    const { scaling } = settings.values;
    return scaling.metrics.flatMap(({ _schedule: schedule }) =>
      schedule === undefined ? [] : [...times(schedule), ...replicas(schedule, scaling)],
    );
  },
};

type Schedule = NonNullable<ScalingMetric['_schedule']>;

function times(schedule: Schedule): Detail[] {
  const { start, end, timezone } = schedule;
  return [
    ...(['start', 'end'] as const).flatMap((field) => {
      const reason = cronProblem(schedule[field]);
      return reason === undefined
        ? []
        : [
            {
              message: `the ${field} of a schedule never comes`,
              given: `${field} was '${schedule[field]}': ${reason}`,
              allowed:
                'minute, hour, day of the month, month and day of the week (0 to 6, or sun to sat), as in 0 8 * * 1-5',
              fix: `state ${field} as five fields of cron, as in '${field === 'start' ? '0 8' : '0 18'} * * 1-5'`,
            },
          ];
    }),
    ...(fields(start) === fields(end)
      ? [
          {
            message: 'a schedule ends when it starts',
            given: `both were '${start}'`,
            allowed: 'two times',
            fix: 'state when it ends',
          },
        ]
      : []),
    ...(isTimeZone(timezone)
      ? []
      : [
          {
            message: 'the time zone of a schedule is invalid',
            given: `timezone was '${timezone}'`,
            allowed: 'names of the IANA database, as in Europe/Berlin or UTC',
            fix: "state a name such as 'Europe/Berlin'; abbreviations and offsets are none",
          },
        ]),
  ];
}

function replicas({ replicas: count }: Schedule, { min, max }: Pick<Scaling, 'min' | 'max'>): Detail[] {
  return isWhole(count, 1) && count > min && count <= max
    ? []
    : [
        {
          message: 'a schedule changes nothing',
          given: `replicas was ${count}, min was ${min}, max was ${max}`,
          allowed: 'whole numbers above min, up to max',
          fix: 'state how many replicas there are to be from start to end',
        },
      ];
}

function fields(cron: string): string {
  return cron.trim().split(/\s+/).join(' ');
}
