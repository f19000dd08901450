import { repeated } from '../../../values';
import { Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { volumesOf } from './volumes';

/** Two volumes share a name. */
export const MS1014: Rule<Workload> = {
  code: 'MS1014',
  title: 'two volumes share a name',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    "Different volumes of a pod have different names. The name `tmp`, and `tmp-` followed by a container's name, " +
    'stand for the `/tmp` that a read-only root file system gets.',
  reads: 'workload',

  evaluate: (facts) => {
    const volumes = volumesOf(facts);
    if (volumes.length < 2) return [];
    // Two volumes that are alike are one.
    const sources = (name: string) =>
      new Set(volumes.filter((each) => each.name === name).map(({ _source }) => JSON.stringify(_source)));
    return repeated(volumes.map(({ name }) => name))
      .filter((name) => sources(name).size > 1)
      .map((name) => ({
        message: 'two volumes share a name',
        given:
          `'${name}' stands for two ` +
          `volumes${name.startsWith('tmp') ? '; the library makes tmp for a read-only root file system' : ''}`,
        allowed: 'a name of its own for each',
        fix: 'rename one of them, or mount the same Volume twice',
      }));
  },
};
