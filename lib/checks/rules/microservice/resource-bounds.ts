import { isOwnOrigin, REQUIRED, Workload, originOf } from '../../../program';
import { Bounds, byteQuantity, ContainerFacts, ContainerRole, cpuQuantity, rememberingLast } from '../../../values';

type Resource = keyof ContainerFacts['resources'];
const BOUNDS = ['request', 'limit'] as const;
type Bound = (typeof BOUNDS)[number];

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
export const statedBounds = rememberingLast((facts: Workload): readonly StatedBounds[] =>
  facts.containers.flatMap((container) => {
    const { cpu, memory, ephemeralStorage } = container.resources;
    return [
      boundsOf(facts, container, 'cpu', cpu, cpuQuantity),
      boundsOf(facts, container, 'memory', memory, byteQuantity),
      boundsOf(facts, container, 'ephemeralStorage', ephemeralStorage, byteQuantity),
    ];
  }),
);

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
  const invalidBounds = BOUNDS.filter((bound) => isInvalid(bounds, bound));
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

function isInvalid(bounds: Bounds, bound: Bound): boolean {
  const amount = bounds[bound];
  if (amount === undefined || (Number.isInteger(amount) && amount >= 1)) return false;
  // A bound that was derived from the other one is reported there.
  return !Number.isNaN(amount) || bounds.given?.[bound] !== undefined;
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
