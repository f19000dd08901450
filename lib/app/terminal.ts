/** The last line of a terminal, which is written over again and again. */
export interface Terminal {
  readonly show: (line: string) => void;
  readonly clear: () => void;
}

/** Part of a process that decides if it has a terminal. */
export interface Surroundings {
  readonly stderr: { readonly isTTY?: boolean; readonly columns?: number; readonly write: (text: string) => unknown };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Said to the program by the command whose stderr is a terminal, while that of the program is a pipe to it. */
export const TERMINAL_VARIABLE = 'CDK8S_MICROSERVICE_TERMINAL';

/** Erases a line. Starts each line that the command shows in place of the program. */
const ERASE = '\u001B[2K';
const COLUMNS = 80;

/** The terminal of a process; undefined without one, and with CI set, where nobody watches. */
export function terminalOf({ stderr, env }: Surroundings): Terminal | undefined {
  if (!['', '0', 'false', undefined].includes(env['CI'])) return undefined;
  if (stderr.isTTY === true) {
    // A terminal without a size says 0.
    const fitting = (line: string) => line.slice(0, (stderr.columns || COLUMNS) - 1);
    return {
      show: (line) => stderr.write(`\r${ERASE}${fitting(line)}`),
      clear: () => stderr.write(`\r${ERASE}`),
    };
  }
  if (env[TERMINAL_VARIABLE] !== 'true') return undefined;
  return { show: (line) => stderr.write(`${ERASE}${line}\n`), clear: () => stderr.write(`${ERASE}\n`) };
}

/** Shows a line that the program meant for the terminal of the command. False for any other line. */
export function relay(line: string, terminal: Terminal | undefined): boolean {
  if (!line.startsWith(ERASE)) return false;
  const text = line.slice(ERASE.length);
  if (text === '') terminal?.clear();
  else terminal?.show(text);
  return true;
}
