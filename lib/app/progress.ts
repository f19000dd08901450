import type { Terminal } from './terminal';

/** Milliseconds that a run takes before it shows how far it is. */
const PATIENCE = 2000;
/** Milliseconds between two lines. */
const INTERVAL = 100;

/** Notes that one more thing is done. */
export type Count = () => void;

const NOTHING: Count = () => {};

/** Shows on a terminal what a long run does and how far it is. */
export class Progress {
  #next: number;
  #isShown = false;

  public constructor(
    private readonly terminal: Terminal | undefined,
    /** Milliseconds from any start. */
    private readonly clock: () => number,
  ) {
    this.#next = clock() + PATIENCE;
  }

  /** Starts a step of many things, such as `writing` and `files`. */
  public counting(doing: string, all: number, things: string): Count {
    const { terminal } = this;
    if (terminal === undefined) return NOTHING;
    let done = 0;
    return () => {
      done += 1;
      const now = this.clock();
      if (now < this.#next) return;
      this.#next = now + INTERVAL;
      this.#isShown = true;
      terminal.show(`${doing}: ${done} of ${all} ${things}`);
    };
  }

  /** Takes the line away, for what stays to be printed. */
  public end(): void {
    if (this.#isShown) this.terminal?.clear();
    this.#isShown = false;
  }
}

/** Progress that nobody sees. */
export const SILENT = new Progress(undefined, () => 0);
