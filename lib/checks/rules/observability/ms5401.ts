import { isWhole } from '../../../values';
import { Detail, Rule, Severity } from '../../../errors';
import { isLabelValue, isQualifiedName, OWNED_LABELS } from '../../../emit/kubernetes';
import { Workload, originOf } from '../../../program';
import type { PlatformUse } from '../../stack-facts';

/** The logging of a platform has a valid threshold, provider and labels. */
export const MS5401: Rule<PlatformUse> = {
  code: 'MS5401',
  title: 'invalid logging',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'An answer is slow above a time of whole milliseconds, 1 ms or more. Logs are kept for whole days, one or ' +
    "more. The keys and values of labels are ones that Kubernetes accepts and that are not the library's own.",
  reads: 'logging of the platform, settings of the microservice',

  evaluate: ({ platform }) => {
    if (platform.logging === undefined) return [];
    const { slowerThanMillis, meshProvider, podLabels, retentionLabel } = platform.logging._facts;
    return [
      ...(isWhole(slowerThanMillis, 1)
        ? []
        : [
            {
              message: 'the threshold of slow answers is invalid',
              given: `slowerThan was ${slowerThanMillis} ms`,
              allowed: 'whole milliseconds from 1 on',
              fix: 'state a time, as in Duration.seconds(1)',
            },
          ]),
      ...(meshProvider.trim() !== ''
        ? []
        : [
            {
              message: 'the extension provider of the mesh has no name',
              given: `meshProvider was '${meshProvider}'`,
              allowed: 'a name among the extensionProviders of the mesh, or envoy',
              fix: 'leave it out',
            },
          ]),
      ...Object.entries(podLabels).flatMap(([key, value]) =>
        invalidLabel(key, value, `podLabels held ${key}=${value}`),
      ),
      ...(retentionLabel === undefined
        ? []
        : invalidLabel(retentionLabel, '1', `retentionLabel was '${retentionLabel}'`)),
      ...(retentionLabel !== undefined && Object.hasOwn(podLabels, retentionLabel)
        ? [
            {
              message: 'a label stands for two things',
              given: `podLabels and retentionLabel had ${retentionLabel}`,
              allowed: 'keys of their own',
              fix: 'leave it out of podLabels',
            },
          ]
        : []),
    ];
  },
};

/** Logs of a microservice are kept for whole days. */
export const MS5401_RETENTION: Rule<Workload> = {
  ...MS5401,

  evaluate: ({ name, settings }) => {
    const { logRetention } = settings.values;
    return logRetention === undefined || isWhole(logRetention, 1)
      ? []
      : [
          {
            message: `the time for which logs of ${name} are kept is invalid`,
            given: `telemetry.logRetention was ${logRetention} days (${originOf(settings, 'logRetention')})`,
            allowed: 'whole days from 1 on',
            fix: 'state days, as in Duration.days(30)',
          },
        ];
  },
};

function invalidLabel(key: string, value: string, given: string): Detail[] {
  if (!isQualifiedName(key) || !isLabelValue(value))
    return [
      {
        message: 'Kubernetes refuses a label of logs',
        given,
        allowed: "at most 63 letters, digits, '-', '_' and '.', a letter or digit at both ends",
        fix: "write it with these characters, as in { team: 'payments' }",
      },
    ];
  return (OWNED_LABELS as readonly string[]).includes(key)
    ? [
        {
          message: `the label ${key} belongs to the library`,
          given,
          allowed: 'any other key',
          fix: 'choose another key',
        },
      ]
    : [];
}
