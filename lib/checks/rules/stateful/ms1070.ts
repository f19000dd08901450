import { isDnsLabel, isObjectName, suggestName } from '../../../emit/kubernetes';
import { type Detail, type Rule, Severity } from '../../../errors';
import { claimsOf, type DeploymentWorkload } from '../../../program';
import { bytes, type ClaimedStorage, isWhole, repeated } from '../../../values';

/** Invalid claim. */
export const MS1070: Rule<DeploymentWorkload> = {
  code: 'MS1070',
  title: 'invalid claim',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'The claims of a workload have names of their own, at most 63 lower-case letters, digits and dashes, and ask for ' +
    'whole bytes, from one upwards. A StorageClass has the name of an object.',
  reads: 'claims of the workload',

  evaluate: (facts) => {
    const claims = claimsOf(facts);
    return [
      ...repeated(claims.map(({ name }) => name)).map((name) => ({
        message: 'two claims share a name',
        given: `'${name}' stands for two claims`,
        allowed: 'a name of its own for each',
        fix: 'rename one of them',
      })),
      ...claims.flatMap(detailsOf),
    ];
  },
};

function detailsOf({ name, size, storageClass }: ClaimedStorage): Detail[] {
  return [
    ...(isDnsLabel(name)
      ? []
      : [
          {
            message: 'Kubernetes refuses the name of a claim',
            given: `the name was '${name}'`,
            allowed: 'at most 63 lower-case letters, digits and dashes, no dash at either end',
            fix: `name it '${suggestName(name)}'`,
          },
        ]),
    ...(isWhole(bytes(size), 1, Number.MAX_VALUE)
      ? []
      : [
          {
            message: 'invalid size of a claim',
            given: `claim ${name} had size ${size.asString()}`,
            allowed: '1 byte and more, in whole bytes',
            fix: 'state a greater size, or a coarser one, as in Size.gibibytes(10)',
          },
        ]),
    ...(storageClass === undefined || isObjectName(storageClass)
      ? []
      : [
          {
            message: 'Kubernetes refuses the name of a StorageClass',
            given: `claim ${name} had storageClass '${storageClass}'`,
            allowed: 'a DNS subdomain',
            fix: 'state the name of a class, or leave storageClass out',
          },
        ]),
  ];
}
