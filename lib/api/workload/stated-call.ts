import { Construct } from 'constructs';
import { MS2019 } from '../../checks';
import { report } from '../../errors';
import { MeshFeature } from '../../emit/mesh';
import type { Call, Endpoint } from '../../program';
import type { Platform } from '../../platform';
import { type ICallee, TAKES } from '../caller-and-callee';

/** Hands the callee its half of a call; one of another app has no half here. */
export function handToCallee(caller: Construct, callee: ICallee, call: Call): void {
  callee[TAKES]?.(call);
  // External services have no half, and references say that theirs is elsewhere.
  if (!Construct.isConstruct(callee) || call.callee.workload === undefined || callee.node.root === caller.node.root)
    return;
  report(caller, {
    definition: MS2019,
    message: `only half of a call to ${call.callee.name} is stated`,
    given: `${callee.node.path} is in another app than ${caller.node.path}`,
    allowed: 'callees of the same app, and references to others',
    fix:
      'state both in one app, or pass a reference here; of a microservice, have ' +
      `${call.callee.name}.acceptsCallsFrom one there too`,
  });
}

/** Puts the activator of the caller's platform before a callee that is stated elsewhere and scales to zero. */
export function throughActivator({ autoscaling, mesh }: Platform, endpoint: Endpoint): Endpoint {
  if (endpoint.workload?.scalesToZero !== true) return endpoint;
  const activator = autoscaling._activator({
    name: endpoint.name,
    ports: endpoint.ports,
    hasRoutes: mesh._features[MeshFeature.ACTIVATOR_ROUTES].level === 'exact',
  });
  return activator === undefined ? endpoint : { ...endpoint, workload: { ...endpoint.workload, activator } };
}
