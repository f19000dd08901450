import type { Load } from './suite';

/** Tolerance for sums of fractions of a core. */
const TOLERANCE = 1e-9;

/** Unit of work with a known load. */
export interface Task {
  readonly load: Load;
}

/**
 * Runs tasks side by side, the long ones first, as many as the cores carry.
 *
 * A task that needs more cores than there are runs alone, and so does one that asks for it.
 *
 * @throws the error of the first failed task, after all tasks have ended
 */
export async function sideBySide<T extends Task>(
  tasks: readonly T[],
  cores: number,
  run: (task: T) => Promise<void>,
): Promise<void> {
  const waiting = [...tasks].sort((one, other) => other.load.seconds - one.load.seconds);
  const running = new Map<T, Promise<void>>();
  const failures: unknown[] = [];
  while (waiting.length > 0 || running.size > 0) {
    for (let task = next(waiting, running, cores); task !== undefined; task = next(waiting, running, cores)) {
      const started = task;
      waiting.splice(waiting.indexOf(started), 1);
      running.set(
        started,
        run(started)
          .catch((error: unknown) => void failures.push(error))
          .finally(() => running.delete(started)),
      );
    }
    await Promise.race(running.values());
  }
  if (failures.length > 0) throw failures[0];
}

/** The first waiting task that fits on the free cores. */
function next<T extends Task>(waiting: readonly T[], running: ReadonlyMap<T, unknown>, cores: number): T | undefined {
  if (running.size === 0) return waiting[0];
  const taken = ({ load }: T): number => (load.alone === true ? cores : load.cores);
  const left = [...running.keys()].reduce((rest, task) => rest - taken(task), cores);
  return waiting.find((task) => taken(task) <= left + TOLERANCE);
}
