import { Rule, Severity } from '../../../../errors';
import type { FunctionWorkload } from '../../../../program';
import { reservedMetadata } from './reserved-metadata';
import { reservedInPods } from './reserved-in-pods';

/** No name, path, port, label or annotation belongs to Knative. */
export const MS7005: Rule<FunctionWorkload> = {
  code: 'MS7005',
  title: 'Knative reserves a name',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Some names of variables and containers, some paths, ports, labels and annotations belong to Knative ' +
    'Serving, whose webhook refuses them or whose controllers overwrite them.',
  reads: 'settings, containers and ports of the function',

  evaluate: (facts) => [...reservedInPods(facts), ...reservedMetadata(facts)],
};
