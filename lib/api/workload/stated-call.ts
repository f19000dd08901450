import { Construct } from 'constructs';
import { MS2019 } from '../../checks';
import { report } from '../../errors';
import { Call, ICallee } from '../../program';
import { isFromOtherCopy } from '../../values';
import { reportOtherCopy } from './surroundings';

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
