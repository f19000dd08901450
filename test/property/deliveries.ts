import * as fc from 'fast-check';
import { ArgoRollouts, CanaryStep, Delivery, Flagger, KubernetesDelivery, Rollout } from '../../lib';
import type { MeshServiceSpec, MeshSystem } from './mesh-systems';

/** The image of new versions where a platform states them. */
export const NEXT_IMAGE = 'acme/next:2';

/** Rollouts of a system, as plain data. */
export interface DeliverySpec {
  readonly controller: 'ArgoRollouts' | 'Flagger' | 'KubernetesDelivery';
  readonly isSwitch: boolean;
  /** Rising. */
  readonly weights: readonly number[];
  /** Steps before the first weight. */
  readonly before: readonly ('header' | 'mirror')[];
  /** Index into the weights of a candidate, with 0 and 100 at the ends. */
  readonly candidate: number;
}

/** Every controller, and what each can do. */
export function deliveries(): fc.Arbitrary<DeliverySpec> {
  return fc.record({
    controller: fc.constantFrom('ArgoRollouts' as const, 'Flagger' as const, 'KubernetesDelivery' as const),
    isSwitch: fc.constantFrom(false, false, false, true),
    weights: fc
      .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 2 })
      .map((weights) => weights.sort((a, b) => a - b)),
    before: fc.constantFrom<DeliverySpec['before']>(
      [],
      ['header'],
      ['mirror'],
      ['header', 'mirror'],
      ['mirror', 'header'],
    ),
    candidate: fc.nat(3),
  });
}

/** Platform and microservice statements. */
export interface Stated {
  readonly delivery: Delivery;
  readonly rolloutOf: (at: number) => Rollout | undefined;
  /** Percent of the requests that candidates get. */
  readonly candidateWeight: number;
}

/** As much of it as the system admits. */
export function stated(system: MeshSystem, spec: DeliverySpec): Stated {
  const { controller, weights, candidate } = spec;
  const candidateWeight = [0, ...weights, 100][candidate % (weights.length + 2)]!;
  const rolloutOf = (at: number) => rolloutFor(system, spec, at);
  if (controller === 'ArgoRollouts') return { delivery: new ArgoRollouts(), rolloutOf, candidateWeight };
  if (controller === 'Flagger') return { delivery: new Flagger(), rolloutOf, candidateWeight };
  // A platform knows names alone, in whatever namespace.
  const names = [...new Set(system.services.map(({ name }) => name))].filter((name) =>
    system.services.every((service, at) => service.name !== name || rolloutOf(at) !== undefined),
  );
  return {
    delivery: new KubernetesDelivery({
      candidates: Object.fromEntries(names.map((name) => [name, { image: NEXT_IMAGE, weight: candidateWeight }])),
    }),
    rolloutOf,
    candidateWeight,
  };
}

function rolloutFor(
  system: MeshSystem,
  { controller, isSwitch, weights, before }: DeliverySpec,
  at: number,
): Rollout | undefined {
  const service = system.services[at]!;
  if (service.headless || !service.ports.some(({ protocol }) => protocol !== 'tcp')) return undefined;
  if (controller === 'Flagger' && !fitsFlagger(service)) return undefined;
  if (isSwitch && controller !== 'KubernetesDelivery') return Rollout.blueGreen({ autoPromotion: true });
  const steps = weights.map((weight) => CanaryStep.weight(weight));
  const first = before.map((kind) =>
    kind === 'header' ? CanaryStep.header('x-version', 'next') : CanaryStep.mirror(30),
  );
  if (controller === 'KubernetesDelivery' || (controller === 'ArgoRollouts' && !hasRoutes(system, at)))
    return Rollout.canary({ analysis: false, steps });
  if (controller === 'ArgoRollouts') return Rollout.canary({ analysis: false, steps: [...first, ...steps] });
  return Rollout.canary({
    analysis: false,
    steps: before[0] === 'header' ? first.slice(0, 1) : [...first.slice(0, 1), ...steps],
  });
}

/** Flagger serves further ports under the containers' numbers, and none of them through a gateway. */
function fitsFlagger({ ports }: MeshServiceSpec): boolean {
  const first = ports.findIndex(({ protocol }) => protocol !== 'tcp');
  return ports.every(
    ({ number, target, exposed }, at) => (at === first || number === target) && (ports.length === 1 || !exposed),
  );
}

/** True when requests to a service have a route. Below it, callers are distinguished by name. */
function hasRoutes({ services, calls }: MeshSystem, at: number): boolean {
  const requested = services[at]!.ports.map(({ protocol }) => protocol !== 'tcp');
  const inbound = calls.filter(({ callee, isExternal }) => !isExternal && callee === at);
  const callers = [...new Set(inbound.map(({ caller }) => caller))].map((caller) => services[caller]!.name);
  return (
    new Set(callers).size === callers.length &&
    (inbound.some(({ port }) => requested[port]) || services[at]!.ports.some(({ exposed }) => exposed))
  );
}
