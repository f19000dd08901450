/** Gives back the smallest of the numbers put into it. */
export class Heap {
  private readonly items: number[] = [];

  public get size(): number {
    return this.items.length;
  }

  public push(item: number): void {
    let at = this.items.length;
    this.items.push(item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.items[parent]! <= item) break;
      this.items[at] = this.items[parent]!;
      at = parent;
    }
    this.items[at] = item;
  }

  public pop(): number {
    const smallest = this.items[0]!;
    const last = this.items.pop()!;
    if (this.items.length > 0) this.sink(last);
    return smallest;
  }

  private sink(item: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.items.length) break;
      if (child + 1 < this.items.length && this.items[child + 1]! < this.items[child]!) child += 1;
      if (this.items[child]! >= item) break;
      this.items[at] = this.items[child]!;
      at = child;
    }
    this.items[at] = item;
  }
}
