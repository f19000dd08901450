import { type Rule, Severity } from '../../../errors';
import { NEWEST_MINOR, OLDEST_MINOR } from '../../../values';
import type { PlatformUse } from '../../stack-facts';

/** Version of Kubernetes that is newer than those that the fields were compared with. */
export const MS0018: Rule<PlatformUse> = {
  code: 'MS0018',
  title: 'version of Kubernetes that is not known yet',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'The fields and defaults of the manifests were compared with the versions of Kubernetes up to the newest known ' +
    'one. A newer version is treated as that one: correct a mistyped version, or acknowledge this until a newer ' +
    'version of the library knows it.',
  reads: 'platform',

  evaluate: ({ platform }) => {
    const { given, minor } = platform.cluster.kubernetesVersion;
    return minor === undefined || minor <= NEWEST_MINOR
      ? []
      : [
          {
            message: 'the version of Kubernetes is newer than those that the library knows',
            given: `it was '${given}'`,
            allowed: `1.${OLDEST_MINOR} to 1.${NEWEST_MINOR}`,
            fix: `write KubernetesVersion.of('1.${NEWEST_MINOR}'), or acknowledge this`,
          },
        ];
  },
};
