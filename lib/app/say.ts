import { shownText } from '../errors';

/** Writes lines to the terminal as reports show texts: paths and messages of the system may hold any character. */
export function say(stream: NodeJS.WritableStream, ...lines: readonly string[]): void {
  if (lines.length > 0) stream.write(lines.map((line) => `${shownText(line)}\n`).join(''));
}

/** Writes a report, whose lines have been made of findings. */
export function sayReport(report: string): void {
  process.stderr.write(report);
}
