import { type Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { volumesOf } from '../microservice/volumes';

/** An emptyDir volume without a size, where the platform asks for one. */
export const MS1105: Rule<Workload> = {
  code: 'MS1105',
  title: 'a volume has no size, and the cluster asks for one',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The facts of the cluster ask for a size of each emptyDir volume, by `storage.requiresVolumeSizes`. A pod ' +
    'above it is evicted; without it, the pod fills the disk of its node, and others are evicted too.',
  reads: 'volumes of the workload, storage of the cluster',

  evaluate: (workload) =>
    workload.cluster.storage.requiresVolumeSizes !== true
      ? []
      : volumesOf(workload)
          .filter(({ _source: source }) => source.kind === 'emptyDir' && source.sizeLimit === undefined)
          .map(({ name }) => ({
            message: `the volume ${name} has no size`,
            given: 'sizeLimit was not stated',
            allowed: 'emptyDir volumes with a size, and Volume.ephemeral()',
            fix: `state Volume.emptyDir('${name}', { sizeLimit: Size.mebibytes(64) }) of the size that it needs`,
          })),
};
