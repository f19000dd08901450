import { Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { RolloutKind } from '../../../values';

/** A microservice that fetches work from a queue has no versions side by side. */
export const MS6110: Rule<DeploymentWorkload> = {
  code: 'MS6110',
  title: 'a version that is tried out takes real work',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Weights do not split work that a worker fetches: pods of a new version take work as soon as they run, ' +
    'also while they are only to be looked at. Exchange replicas by `Rollout.rolling()`, or acknowledge it ' +
    "where its share of the work may be the new version's.",
  reads: 'rollout and backlogs of the microservice',

  evaluate: ({ settings, backlogs }) => {
    const { _kind: kind } = settings.values.rollout;
    const sideBySide = kind === RolloutKind.CANARY || kind === RolloutKind.BLUE_GREEN;
    if (!sideBySide || backlogs.length === 0) return [];
    const names = backlogs.map(({ name }) => name).sort();
    return [
      {
        message: 'a version that is tried out takes real work',
        given:
          `its rollout is ${kind}, and its pods take work from ${names.join(', ')}: no weight keeps work from a ` +
          'new version',
        allowed: 'canaries and switches of microservices that receive requests',
        fix: 'state Rollout.rolling(), or acknowledge it where the new version may work on its share',
      },
    ];
  },
};
