import { IConstruct } from 'constructs';
import type { StackPart } from '../../checks';

/** By the root of the tree, then by what stacks have in common. */
const STACKS = new WeakMap<IConstruct, Map<object, StackPart[]>>();

/** The stacks of a tree that have something in common, such as a delivery; a list that grows as they are stated. */
export function stacksWith(root: IConstruct, common: object): StackPart[] {
  const all = STACKS.get(root) ?? new Map<object, StackPart[]>();
  const stacks = all.get(common) ?? [];
  STACKS.set(root, all.set(common, stacks));
  return stacks;
}
