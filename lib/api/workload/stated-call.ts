import { Construct } from 'constructs';
import { MS2019 } from '../../checks';
import { report } from '../../errors';
import { MeshFeature } from '../../emit/mesh';
import type { Call, Party } from '../../program';
import type { Platform } from '../../platform';
import { isFromOtherCopy } from '../../values';
import type { ICallee } from '../caller-and-callee';
import { reportOtherCopy } from './workload-context';

/**
 * Hands the callee its half of a call; one of another app, or of another installed copy of the library, has no half
 * here.
 */
export function handToCallee(caller: Construct, callee: ICallee, call: Call): void {
  if (isFromOtherCopy(callee)) return reportOtherCopy(caller, `the callee ${callee.name}`);
  callee._takes?.(call);
  // External services have no half, and references say that theirs is elsewhere.
  if (!Construct.isConstruct(callee) || call.callee.workload === undefined || callee.node.root === caller.node.root)
    return;
  report(caller, {
    definition: MS2019,
    message: `only half of a call to ${callee.name} is stated`,
    given: `${callee.node.path} is in another app than ${caller.node.path}`,
    allowed: 'callees of the same app, and references to others',
    fix:
      'state both in one app, or pass a reference here; of a microservice, have ' +
      `${callee.name}.acceptsCallsFrom one there too`,
  });
}

/** Puts the activator of the caller's platform before a callee that is stated elsewhere and scales to zero. */
export function throughActivator({ autoscaling, mesh }: Platform, party: Party): Party {
  if (party.workload?.scalesToZero !== true) return party;
  const activator = autoscaling._activator({
    name: party.name,
    ports: party.ports,
    hasRoutes: mesh._features[MeshFeature.HELD_REQUESTS].level === 'exact',
  });
  return activator === undefined ? party : { ...party, workload: { ...party.workload, activator } };
}
