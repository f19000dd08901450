import { constants } from 'node:os';
import { say } from './say';

/**
 * Has the process end with a status of its own where stdout or stderr takes no more text, instead of a stack trace:
 * that of SIGPIPE where nobody reads on, and another one where the text cannot be written.
 */
export function endWithBrokenStreams(notWritten: number): void {
  let broken: NodeJS.ErrnoException | undefined;
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (broken === undefined && error.code !== 'EPIPE' && stream === process.stdout && !process.exitCode)
        say(process.stderr, `what the command prints cannot be written: ${error.message}`);
      broken ??= error;
    });
  process.on('exit', (code) => {
    if (broken !== undefined && code === 0)
      process.exitCode = broken.code === 'EPIPE' ? 128 + constants.signals.SIGPIPE : notWritten;
  });
}
