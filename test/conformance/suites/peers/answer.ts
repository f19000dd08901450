import { ConformanceError } from '../../errors';
import type { Outcome } from '../../processes';
import type { PeerName } from './peer';

/**
 * Reads what a peer printed; how it ended says only whether it found something.
 *
 * @throws ConformanceError with its own words where that cannot be read
 */
export function readAnswer<T>(peer: PeerName, { status, stdout, stderr }: Outcome, read: (text: string) => T): T {
  try {
    return read(stdout);
  } catch (error) {
    throw new ConformanceError(
      `${peer} ended with ${status}, and its answer cannot be read: ${(error as Error).message}`,
      stderr.trimEnd().split('\n').slice(-15).join('\n'),
    );
  }
}
