/**
 * Prints the output of concurrent writers so that the text of each stays together.
 *
 * One writer at a time is printed as it writes. The others are held until that one has ended.
 */
export class Output<Writer> {
  private readonly held = new Map<Writer, string>();
  private readonly ended = new Set<Writer>();
  private printed?: Writer;

  constructor(private readonly print: (text: string) => void) {}

  /** Adds text of a writer. */
  public write(writer: Writer, text: string): void {
    this.printed ??= writer;
    if (writer === this.printed) this.print(text);
    else this.held.set(writer, (this.held.get(writer) ?? '') + text);
  }

  /** Marks the end of a writer. */
  public end(writer: Writer): void {
    this.ended.add(writer);
    if (writer !== this.printed) return;
    this.printed = undefined;
    for (const each of this.held.keys()) if (this.ended.has(each)) this.release(each);
    const [next] = this.held.keys();
    if (next === undefined) return;
    this.printed = next;
    this.release(next);
  }

  private release(writer: Writer): void {
    this.print(this.held.get(writer)!);
    this.held.delete(writer);
  }
}
