import type { LocatedObject } from '../../manifests';
import { Connection, connectionsAmong } from './connections';
import { ask, Verdict } from './cyclonus';

/** A connection, and what the policies say of it. */
export interface Answer {
  readonly connection: Connection;
  readonly verdict: Verdict;
}

/** Asks about everything that the objects' pods may want. */
export async function answersFor(objects: readonly LocatedObject[], folder: string): Promise<Answer[]> {
  const connections = connectionsAmong(objects);
  const verdicts = await ask(objects, connections, folder);
  return connections.map((connection, index) => ({ connection, verdict: verdicts[index]! }));
}
