import { type Detail, type Rule, Severity } from '../../../errors';
import { claimsOf, type DeploymentWorkload } from '../../../program';

/** A claim asks for a StorageClass that the cluster does not have. */
export const MS1074: Rule<DeploymentWorkload> = {
  code: 'MS1074',
  title: 'the cluster has no such StorageClass',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The facts of the cluster list its StorageClasses: a claim of another class stays pending, and so does its ' +
    'replica. A claim without a class gets the default one.',
  reads: 'claims of the workload, storage of the cluster',

  evaluate: (facts) => {
    const { storage } = facts.cluster;
    const { classes } = storage;
    if (classes === undefined) return [];
    const names = classes.map(({ name }) => name).sort();
    const hasDefault = classes.some(({ isDefault }) => isDefault === true);
    const allowed = names.length === 0 ? 'no claim, since the cluster has no class' : names.join(', ');
    return claimsOf(facts).flatMap(({ name, storageClass }): Detail[] => {
      if (storageClass === undefined)
        return hasDefault
          ? []
          : [
              {
                message: `the claim ${name} has no StorageClass, and the cluster no default one`,
                given: 'storageClass was not stated',
                allowed,
                fix: 'state storageClass, or isDefault of a class among the facts of the cluster',
              },
            ];
      return names.includes(storageClass)
        ? []
        : [
            {
              message: `the claim ${name} asks for a StorageClass that is not there`,
              given: `storageClass was '${storageClass}'`,
              allowed,
              fix: 'state one of these, or add the class to the facts of the cluster',
            },
          ];
    });
  },
};
