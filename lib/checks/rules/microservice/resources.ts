import type { Problem } from '../../../errors';
import { Workload, originOf } from '../../../program';
import { Bounds, byteQuantity, ContainerFacts, ContainerRole, cpuQuantity } from '../../../values';
import type { Rule } from '../../rule';

/** Requests and limits are amounts, and no request is above its limit. */
export const resources: Rule<Workload> = (facts) =>
  facts.containers.flatMap((container) => {
    const { cpu, memory, ephemeralStorage } = container.resources;
    return [
      ...bounds(facts, container, 'cpu', cpu, cpuQuantity, 1),
      ...bounds(facts, container, 'memory', memory, byteQuantity, 1),
      ...bounds(facts, container, 'ephemeralStorage', ephemeralStorage, byteQuantity, 1),
    ];
  });

type Resource = keyof ContainerFacts['resources'];

function bounds(
  facts: Workload,
  container: ContainerFacts,
  resource: Resource,
  { request, limit, given }: Bounds,
  quantity: (amount: number) => string,
  min: number,
): Problem[] {
  const stated = (bound: 'request' | 'limit', amount: number) =>
    `${where(container)}resources.${resource}.${bound} was ` +
    `${Number.isNaN(amount) ? given?.[bound] : quantity(amount)}${origin(facts, container, resource, bound)}`;
  const noAmount = (['request', 'limit'] as const).flatMap((bound): Problem[] => {
    const amount = bound === 'request' ? request : limit;
    // What was derived from the other bound is reported there.
    const derived = amount !== undefined && Number.isNaN(amount) && given?.[bound] === undefined;
    return amount === undefined || derived || (Number.isInteger(amount) && amount >= min)
      ? []
      : [
          {
            code: 'MS1008',
            message: `the ${word(resource)} ${bound} is not an amount that the API accepts`,
            given: stated(bound, amount),
            allowed:
              resource === 'cpu' ? '1m and more, in whole thousandths of a core' : '1 byte and more, in whole bytes',
            fix: 'state a greater amount, or a coarser one',
          },
        ];
  });
  if (noAmount.length > 0 || request === undefined || limit === undefined || request <= limit) return noAmount;
  return [
    {
      code: 'MS1007',
      message: `${word(resource)} request ${quantity(request)} is above its limit ${quantity(limit)}`,
      given: `${stated('request', request)}, ${stated('limit', limit)}`,
      fix: 'raise the limit or lower the request',
    },
  ];
}

function word(resource: Resource): string {
  return resource === 'ephemeralStorage' ? 'ephemeral storage' : resource;
}

function where({ role, name }: ContainerFacts): string {
  return role === ContainerRole.MAIN ? '' : `container ${name}: `;
}

/** Where the main container's amount was said, if not by the microservice itself. */
function origin(facts: Workload, { role }: ContainerFacts, resource: Resource, bound: string): string {
  if (role !== ContainerRole.MAIN) return '';
  const said = originOf(facts.settings, `resources.${resource}.${bound}`);
  return said === `microservice ${facts.name}` ? '' : ` (${said})`;
}
