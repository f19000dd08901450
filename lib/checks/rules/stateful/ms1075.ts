import { type Rule, Severity } from '../../../errors';
import { claimsOf, type DeploymentWorkload } from '../../../program';

/** A claim asks for a StorageClass whose volumes cannot grow. */
export const MS1075: Rule<DeploymentWorkload> = {
  code: 'MS1075',
  title: 'the volume of a claim cannot grow',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'The facts of the cluster say that volumes of the class cannot be made larger: when one is full, its data has to ' +
    'move to another. State a class with `canGrow`, or acknowledge it where the size is enough for good.',
  reads: 'claims of the workload, storage of the cluster',

  evaluate: (facts) => {
    const { storage } = facts.cluster;
    const { classes = [] } = storage;
    const growing = classes.filter(({ canGrow }) => canGrow === true).map(({ name }) => name);
    return claimsOf(facts).flatMap(({ name, size, storageClass }) => {
      const chosen = classes.find((each) =>
        storageClass === undefined ? each.isDefault === true : each.name === storageClass,
      );
      return chosen === undefined || chosen.canGrow === true
        ? []
        : [
            {
              message: `the volume of the claim ${name} cannot grow beyond ${size.asString()}`,
              given: `its class ${chosen.name} cannot grow`,
              allowed: growing.length === 0 ? 'classes that can grow' : growing.sort().join(', '),
              fix: 'state such a class as storageClass, or acknowledge it where the size is enough for good',
            },
          ];
    });
  },
};
