/**
 * Prints what several writers write at once: in the order in which the writers are listed, and each whole.
 *
 * The first that has not ended is printed as it writes.
 */
export class OrderedOutput<Writer> {
  private readonly texts: Map<Writer, string>;
  private readonly ended = new Set<Writer>();

  constructor(
    writers: readonly Writer[],
    private readonly print: (text: string) => void,
  ) {
    this.texts = new Map(writers.map((writer) => [writer, '']));
  }

  /** Takes text of a writer in. */
  public write(writer: Writer, text: string): void {
    this.texts.set(writer, this.texts.get(writer)! + text);
    this.flush();
  }

  /** The writer writes no more. */
  public end(writer: Writer): void {
    this.ended.add(writer);
    this.flush();
  }

  private flush(): void {
    for (const [writer, text] of this.texts) {
      if (text !== '') this.print(text);
      if (!this.ended.has(writer)) {
        this.texts.set(writer, '');
        return;
      }
      this.texts.delete(writer);
    }
  }
}
