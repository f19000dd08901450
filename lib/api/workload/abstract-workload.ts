import { Construct } from 'constructs';
import { MS2019 } from '../../checks';
import { report } from '../../errors';
import { type Call, resolveEdge } from '../../program';
import { type CallOptions, callStatement } from '../../values';
import { ENDPOINT, type ICallee, type ICaller, TAKES } from '../caller-and-callee';
import { AbstractCaller } from './abstract-caller';
import { stateOf } from './workload-state';

/** Base of the workloads that are called. */
export abstract class AbstractWorkload extends AbstractCaller implements ICallee {
  /** States the callee's half of a call by a workload that is stated elsewhere. */
  public acceptsCallsFrom(caller: ICaller, options: CallOptions = {}): void {
    const { statements, definition } = stateOf(this);
    if (Construct.isConstruct(caller) && caller.node.root === this.node.root) {
      const { name } = caller[ENDPOINT];
      report(this, {
        definition: MS2019,
        message: `only half of a call from ${name} is stated`,
        given: `${caller.node.path} and ${this.node.path} are in one app`,
        allowed: 'callers that are stated elsewhere',
        fix: `state ${name}.calls(${definition.name}), which makes both halves`,
      });
    }
    const call: Call = { caller: caller[ENDPOINT], callee: definition.endpoint, options: callStatement(options) };
    statements.accepted.push(call);
    this[TAKES](call);
  }

  /** @internal */
  public [TAKES](call: Call): void {
    const { statements, objects, stated } = stateOf(this);
    statements.inbound.push(call);
    stated();
    objects.called?.(resolveEdge(call));
  }
}
