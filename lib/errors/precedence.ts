import type { IConstruct } from 'constructs';

// Registered, so that constructs of another installed copy are known too.
const PREDECESSORS = Symbol.for('cdk8s-microservice.predecessors');

/** Objects that come before a construct in the output, where no dependency stands against it. */
export type Predecessors = () => readonly IConstruct[];

/** Puts a construct after others in the output. They are asked for once the whole program is stated. */
export function comesAfter(construct: IConstruct, predecessors: Predecessors): void {
  Object.defineProperty(construct, PREDECESSORS, { value: predecessors });
}

/** Objects that a construct comes after, beside its dependencies. */
export function predecessorsOf(construct: IConstruct): readonly IConstruct[] {
  return (construct as { [PREDECESSORS]?: Predecessors })[PREDECESSORS]?.() ?? [];
}
