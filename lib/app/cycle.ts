import { IConstruct } from 'constructs';
import { Finding, finding, MS0003 } from '../errors';
import { Edge } from './topology';

/** The finding about dependencies that lead back to where they began, at the first construct of the cycle. */
export function cycleFinding(cycle: readonly Edge[], constructAt: (node: number) => IConstruct): Finding {
  const stated = cycle.filter(({ reason }) => reason !== undefined);
  const places = stated.map(({ after }) => constructAt(after)).sort((a, b) => (a.node.path < b.node.path ? -1 : 1));
  return finding(places[0]!, {
    definition: MS0003,
    message: 'dependencies form a cycle',
    given: stated.map(({ reason }) => reason).join(', '),
    fix: 'remove one of these dependencies',
  });
}
