import type { Problem } from '../../../errors';
import { isLabelValue, isQualifiedName, OWNED_LABELS } from '../../../emit/kubernetes';
import { MeshFeature } from '../../../emit/mesh';
import { Workload, originOf } from '../../../program';
import { isForeignPlatform } from '../../../platform';
import { isWhole, Rule } from '../../rule';
import type { StackFacts } from '../../stack-facts';

/** What the platform says of logs is possible, and has an effect. */
export const platformLogging: Rule<StackFacts> = ({ platform }) => {
  if (isForeignPlatform(platform) || platform.logging === undefined) return [];
  const { slowerThanMillis, everyRequest, statedForProxies, meshProvider, podLabels, retentionLabel } =
    platform.logging._facts;
  const problem = (message: string, given: string, allowed: string, fix: string): Problem => ({
    code: 'MS5401',
    message,
    given,
    allowed,
    fix,
  });
  const hasProxies = platform.mesh._features[MeshFeature.TELEMETRY].level === 'exact';
  return [
    ...(isWhole(slowerThanMillis, 1)
      ? []
      : [
          problem(
            'no answer can be slower',
            `slowerThan was ${slowerThanMillis} ms`,
            'whole milliseconds from 1 on',
            'state a time, as in Duration.seconds(1)',
          ),
        ]),
    ...(meshProvider.trim() !== ''
      ? []
      : [
          problem(
            'the extension provider of the mesh has no name',
            `meshProvider was '${meshProvider}'`,
            'a name among the extensionProviders of the mesh, or envoy',
            'leave it out',
          ),
        ]),
    ...Object.entries(podLabels).flatMap(([key, value]) => labelProblem(key, value, `podLabels held ${key}=${value}`)),
    ...(retentionLabel === undefined
      ? []
      : labelProblem(retentionLabel, '1', `retentionLabel was '${retentionLabel}'`)),
    ...(retentionLabel !== undefined && Object.hasOwn(podLabels, retentionLabel)
      ? [
          problem(
            'a label stands for two things',
            `podLabels and retentionLabel had ${retentionLabel}`,
            'keys of their own',
            'leave it out of podLabels',
          ),
        ]
      : []),
    ...(hasProxies || statedForProxies.length === 0
      ? []
      : [
          {
            code: 'MS5402' as const,
            message: 'there are no proxies that could log requests',
            given: `${statedForProxies.join(', ')} were stated`,
            allowed: 'platforms with IstioMesh',
            fix: 'leave them out',
          },
        ]),
    ...(everyRequest && statedForProxies.includes('slowerThan')
      ? [
          {
            code: 'MS5402' as const,
            message: 'every request is logged, however fast',
            given: `everyRequest was true, slowerThan was ${slowerThanMillis} ms`,
            allowed: 'one of them',
            fix: 'leave out slowerThan',
          },
        ]
      : []),
  ];
};

function labelProblem(key: string, value: string, given: string): Problem[] {
  if (!isQualifiedName(key) || !isLabelValue(value))
    return [
      {
        code: 'MS5401',
        message: 'Kubernetes refuses a label of logs',
        given,
        allowed: 'keys and values of labels',
        fix: 'correct it',
      },
    ];
  if (!(OWNED_LABELS as readonly string[]).includes(key)) return [];
  return [
    {
      code: 'MS5401',
      message: `the label ${key} belongs to the library`,
      given,
      allowed: 'any other key',
      fix: 'choose another key',
    },
  ];
}

/** What a microservice says of its logs is possible, and read by somebody. */
export const logging: Rule<Workload> = ({ name, settings, logging: platform }) => {
  const { logRetention } = settings.values;
  if (logRetention === undefined) return [];
  const given = `logRetention was ${logRetention} days (${originOf(settings, 'logRetention')})`;
  return [
    ...(isWhole(logRetention, 1)
      ? []
      : [
          {
            code: 'MS5401' as const,
            message: `logs of ${name} cannot be kept so long`,
            given,
            allowed: 'whole days from 1 on',
            fix: 'state days, as in Duration.days(30)',
          },
        ]),
    ...(platform?.retentionLabel !== undefined
      ? []
      : [
          {
            code: 'MS5402' as const,
            message: `nobody reads how long logs of ${name} are kept`,
            given,
            allowed: 'platforms with new Logging({ retentionLabel })',
            fix: 'leave it out, or state the label that collectors read',
          },
        ]),
  ];
};
