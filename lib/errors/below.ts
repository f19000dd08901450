import type { IConstruct } from 'constructs';

/**
 * A construct and everything below it, parents first. `node.findAll` of constructs does the same by recursion, and a
 * tree may be deeper than the stack.
 */
export function withAllBelow(
  root: IConstruct,
  childrenOf = ({ node }: IConstruct): readonly IConstruct[] => node.children,
): IConstruct[] {
  const all: IConstruct[] = [];
  const open = [root];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    all.push(at);
    const children = childrenOf(at);
    for (let last = children.length - 1; last >= 0; last -= 1) open.push(children[last]!);
  }
  return all;
}
