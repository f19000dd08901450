import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ApplicationStack } from '../application-stack';

/** Application stack of a construct. Undefined outside of one. */
export function stackOf(construct: IConstruct): ApplicationStack | undefined {
  return closest(construct, (scope): scope is ApplicationStack => ApplicationStack.isApplicationStack(scope));
}

/** Chart of a construct. Undefined outside of one. */
export function chartOf(construct: IConstruct): Chart | undefined {
  return closest(construct, (scope): scope is Chart => Chart.isChart(scope));
}

/** The construct itself or the nearest above it that is of a type. */
function closest<T extends IConstruct>(construct: IConstruct, isOne: (scope: IConstruct) => scope is T): T | undefined {
  return construct.node.scopes.reverse().find(isOne);
}
