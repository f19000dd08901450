import { isOwnOrigin, REQUIRED, Workload, originOf } from '../../../program';
import { Bounds, byteQuantity, ContainerFacts, ContainerRole, cpuQuantity } from '../../../values';

type Resource = keyof ContainerFacts['resources'];
type Bound = 'request' | 'limit';

/** Request and limit of one resource of a container. */
export interface StatedBounds {
  readonly resource: Resource;
  readonly bounds: Bounds;
  /** True where a bound is invalid or missing, so that the two cannot be compared. */
  readonly invalid: boolean;
  /** Bounds that the API refuses. */
  readonly invalidBounds: readonly Bound[];
  /** The bound in the words of the program, with its origin. */
  readonly stated: (bound: Bound) => string;
  readonly quantity: (amount: number) => string;
}

/** Requests and limits of all containers. */
export function statedBounds(facts: Workload): StatedBounds[] {
  return facts.containers.flatMap((container) => {
    const { cpu, memory, ephemeralStorage } = container.resources;
    return [
      boundsOf(facts, container, 'cpu', cpu, cpuQuantity),
      boundsOf(facts, container, 'memory', memory, byteQuantity),
      boundsOf(facts, container, 'ephemeralStorage', ephemeralStorage, byteQuantity),
    ];
  });
}

/** Resource in plain words. */
export function wordOf(resource: Resource): string {
  return resource === 'ephemeralStorage' ? 'ephemeral storage' : resource;
}

function boundsOf(
  facts: Workload,
  container: ContainerFacts,
  resource: Resource,
  bounds: Bounds,
  quantity: (amount: number) => string,
): StatedBounds {
  const { request, limit, given } = bounds;
  const invalidBounds = (['request', 'limit'] as const).filter((bound) => {
    const amount = bounds[bound];
    // A bound that was derived from the other one is reported there.
    const derived = amount !== undefined && Number.isNaN(amount) && given?.[bound] === undefined;
    return amount !== undefined && !derived && !(Number.isInteger(amount) && amount >= 1);
  });
  return {
    resource,
    bounds,
    invalid: invalidBounds.length > 0 || request === undefined || limit === undefined,
    invalidBounds,
    stated: (bound) =>
      `${where(container)}resources.${resource}.${bound} was ` +
      `${Number.isNaN(bounds[bound]) ? given?.[bound] : quantity(bounds[bound]!)}` +
      origin(facts, container, resource, bound),
    quantity,
  };
}

function where({ role, name }: ContainerFacts): string {
  return role === ContainerRole.MAIN ? '' : `container ${name}: `;
}

/** Origin of an amount, where it is neither the microservice nor the container itself. */
function origin(facts: Workload, { role }: ContainerFacts, resource: Resource, bound: string): string {
  if (role !== ContainerRole.MAIN)
    return facts.settings.required.some((path) => path.join('.') === `resources.${resource}.${bound}`)
      ? ` (${REQUIRED})`
      : '';
  const settingOrigin = originOf(facts.settings, `resources.${resource}.${bound}`);
  return isOwnOrigin(facts.name, settingOrigin) ? '' : ` (${settingOrigin})`;
}
