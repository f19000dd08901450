import { type Detail, type Rule, Severity } from '../../../errors';
import { type Workload, WorkloadKind } from '../../../program';
import { type Bounds, byteQuantity, ContainerRole, cpuQuantity } from '../../../values';

/** Requests and limits of a pod do not fit those of its containers. */
export const MS1127: Rule<Workload> = {
  code: 'MS1127',
  title: 'resources of a pod and of its containers do not fit',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The API server refuses a pod that asks for less than its containers together, one whose request is above its ' +
    'limit, and a container whose limit is above that of its pod.',
  reads: 'resources of the pod and the containers',

  evaluate: ({ kind, containers, settings: { values } }) => {
    const { podResources: pod } = values;
    if (pod === undefined || kind === WorkloadKind.FUNCTION) return [];
    return (['cpu', 'memory'] as const).flatMap((resource): Detail[] => {
      const { request, limit } = pod[resource];
      const write = resource === 'cpu' ? cpuQuantity : byteQuantity;
      const asked = containers
        .filter(({ role }) => role !== ContainerRole.INIT)
        .map(({ name, resources }) => [name, resources[resource]] as const);
      const sum = asked.reduce((total, [, bounds]) => total + (bounds.request ?? 0), 0);
      const broken = [request, limit].filter(
        (amount) => amount !== undefined && !(Number.isInteger(amount) && amount > 0),
      );
      if (broken.length > 0) return [invalid(resource, pod[resource])];
      const parts = asked.map(([name, bounds]) => `${name} ${write(bounds.request ?? 0)}`).join(' + ');
      // A request that is not stated is the limit.
      const effective = request ?? limit;
      return [
        ...(effective !== undefined && effective < sum
          ? [
              {
                message: `the pod asks for less ${resource} than its containers`,
                given: `resources.pod.${resource} was ${write(effective)}; ${parts} = ${write(sum)}`,
                allowed: `${write(sum)} and more`,
                fix: `state a request of ${write(sum)} or more, or less for the containers`,
              },
            ]
          : []),
        ...(request !== undefined && limit !== undefined && request > limit
          ? [
              {
                message: `the ${resource} request of the pod is above its limit`,
                given: `resources.pod.${resource}.request was ${write(request)}, limit ${write(limit)}`,
                allowed: 'requests up to the limit',
                fix: 'raise the limit or lower the request',
              },
            ]
          : []),
        ...asked
          .filter(([, bounds]) => limit !== undefined && (bounds.limit ?? 0) > limit)
          .map(([name, bounds]) => ({
            message: `the ${resource} limit of container ${name} is above that of its pod`,
            given: `its limit was ${write(bounds.limit!)}, resources.pod.${resource}.limit was ${write(limit!)}`,
            allowed: `up to ${write(limit!)}`,
            fix: 'raise the limit of the pod, or lower that of the container',
          })),
      ];
    });
  },
};

function invalid(resource: string, { request, limit, given }: Bounds): Detail {
  return {
    message: `invalid ${resource} of the pod`,
    given: `request was ${given?.request ?? request}, limit ${given?.limit ?? limit}`,
    allowed: resource === 'cpu' ? '1m and more, in whole thousandths of a core' : '1 byte and more, in whole bytes',
    fix: 'state a greater amount, or a coarser one',
  };
}
