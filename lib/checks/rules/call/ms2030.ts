import { Detail, Rule, Severity } from '../../../errors';
import type { Edge, Endpoint } from '../../../program';
import type { HalfFacts } from './ms2019';
import { workloadId } from './workload-id';

/** A reference names nothing of a namespace that this app makes. */
export const MS2030: Rule<HalfFacts> = {
  code: 'MS2030',
  title: 'a reference names nothing of its namespace',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A stack of this app makes the namespace, and states no workload of that name there: policies would select pods ' +
    'that do not exist. Correct the name, or pass the construct. Pods that an operator, a chart or an object of your ' +
    'own makes there have labels of their own: state them as `podLabels`. Acknowledge it for a workload of another ' +
    'program that runs in this namespace too.',
  reads: 'workloads and namespaces of one app',

  evaluate: ({ cluster, outbound, accepted, pathOf, makes }) => {
    const detailsOf = ({ name, workload }: Endpoint): Detail[] =>
      workload === undefined ||
      workload.podSelector !== undefined ||
      workload.runtime !== undefined ||
      !makes(workload.cluster ?? cluster, workload.namespace) ||
      pathOf(workloadId(cluster, workload, name)) !== undefined
        ? []
        : [
            {
              message: `there is no ${name} in the namespace ${workload.namespace}`,
              given: `a reference names ${workload.namespace}/${name}, and this app makes ${workload.namespace}`,
              allowed: 'names of workloads that are there, or podLabels of pods that something else makes there',
              fix: 'correct the name, or state podLabels with the labels of its pods',
            },
          ];
    const ends = [...outbound.map(({ callee }: Edge) => callee), ...accepted.map(({ caller }: Edge) => caller)].filter(
      ({ statedElsewhere }) => statedElsewhere === true,
    );
    return [...new Map(ends.map((end) => [end.id, end])).values()].flatMap(detailsOf);
  },
};
