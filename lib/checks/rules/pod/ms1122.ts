import { byteQuantity } from '../../../values';
import { type Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';

/** A container has no memory limit. */
export const MS1122: Rule<Workload> = {
  code: 'MS1122',
  title: 'a container has no memory limit',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'Without a memory limit, a leak goes on until the node has no memory left. The kernel then kills processes of ' +
    'any pod, those first that use most beyond their request, and the kubelet evicts pods. Memory cannot be taken ' +
    'back as CPU can: state a limit, or acknowledge the finding where the container has its node to itself.',
  reads: 'resources of the containers',

  evaluate: ({ containers }) =>
    containers
      .filter(({ resources: { memory } }) => memory.limit === undefined)
      .map(({ name, resources: { memory } }) => ({
        message: `container ${name} may take all memory of its node`,
        given: `noMemoryLimit was stated, the memory request was ${byteQuantity(memory.request!)}`,
        allowed: 'containers with a memory limit',
        fix: 'state resources.memory.limit and leave noMemoryLimit out, or acknowledge the finding',
      })),
};
