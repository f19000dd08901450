/** Lines of a stream, and its end. */
export interface Lines {
  readonly line: (line: string) => void;
  readonly end: () => void;
}

const FRAME = /^ {4}at /;
/** A frame in the CLI's own code: the program runs in a process of its own, whose traces stay. */
const OWN_FRAME = /[\\/]cdk8s-cli[\\/]/;
/** The CLI says this where the program ended with an error, which has printed its own report. */
const PROGRAM_FAILED = /^Error: command ".*" at .* returned a non-zero exit code \d+$/;

/** Passes lines on, but in the place of a stack trace of the CLI its message alone. */
export function withoutTraces(pass: (line: string) => void): Lines {
  let held: string | undefined;
  let frames: string[] = [];
  const flush = () => {
    if (held === undefined) return;
    const own = frames.some((frame) => OWN_FRAME.test(frame));
    if (!own) [held, ...frames].forEach((line) => pass(line));
    else if (!PROGRAM_FAILED.test(held)) pass(held.replace(/^\w*Error: /, ''));
    held = undefined;
    frames = [];
  };
  return {
    line: (line) => {
      if (held !== undefined && FRAME.test(line)) {
        frames.push(line);
        return;
      }
      flush();
      if (/^\w*Error: /.test(line)) held = line;
      else pass(line);
    },
    end: flush,
  };
}
