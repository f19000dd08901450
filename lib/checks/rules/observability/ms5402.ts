import { Rule, Severity } from '../../../errors';
import { MeshFeature } from '../../../emit/mesh';
import { Workload, originOf } from '../../../program';
import type { PlatformUse } from '../../stack-facts';

/** Proxies follow the statements of a platform about their logs. */
export const MS5402: Rule<PlatformUse> = {
  code: 'MS5402',
  title: 'a statement about logs has no effect',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Collectors read the retention of logs from a label, which the platform states as `retentionLabel`. ' +
    'Statements about the logs of proxies need a mesh, and a threshold for slow requests has no effect where ' +
    'every one is logged.',
  reads: 'logging and mesh of the platform, settings of the microservice',

  evaluate: ({ platform }) => {
    if (platform.logging === undefined) return [];
    const { slowerThanMillis, everyRequest, statedForProxies } = platform.logging._facts;
    const hasProxies = platform.mesh._features[MeshFeature.TELEMETRY].level === 'exact';
    return [
      ...(hasProxies || statedForProxies.length === 0
        ? []
        : [
            {
              message: 'there are no proxies that could log requests',
              given: `${statedForProxies.join(', ')} were stated`,
              allowed: 'platforms with IstioMesh',
              fix: 'leave them out',
            },
          ]),
      ...(everyRequest && statedForProxies.includes('slowerThan')
        ? [
            {
              message: 'slowerThan has no effect where every request is logged',
              given: `everyRequest was true, slowerThan was ${slowerThanMillis} ms`,
              allowed: 'one of them',
              fix: 'leave out slowerThan',
            },
          ]
        : []),
    ];
  },
};

/** Collectors read the time for which logs of a microservice are kept. */
export const MS5402_RETENTION: Rule<Workload> = {
  ...MS5402,

  evaluate: ({ name, settings, logging }) => {
    const { logRetention } = settings.values;
    return logRetention === undefined || logging?.retentionLabel !== undefined
      ? []
      : [
          {
            message: `no collector reads how long logs of ${name} are kept`,
            given: `telemetry.logRetention was ${logRetention} days (${originOf(settings, 'logRetention')})`,
            allowed: 'platforms with new Logging({ retentionLabel })',
            fix: 'leave it out, or state the label that collectors read',
          },
        ];
  },
};
