/**
 * Prints the output of concurrent writers one writer after another, in the order of a list.
 *
 * The first writer that has not ended is printed as it writes.
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

  /** Adds text of a writer. */
  public write(writer: Writer, text: string): void {
    this.texts.set(writer, this.texts.get(writer)! + text);
    this.flush();
  }

  /** Marks the end of a writer. */
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
