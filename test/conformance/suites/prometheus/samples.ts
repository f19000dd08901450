/**
 * Texts that a regular expression of RE2 matches: one for each alternative, with and without what is optional.
 *
 * It knows what label matchers use: alternatives, groups, classes, `.`, `*`, `+`, `?`, counts and escapes.
 *
 * @throws Error where it made a text that does not match
 */
export function samplesOf(pattern: string): string[] {
  const reader = new Reader(pattern);
  const samples = [...new Set(reader.alternatives())];
  const wrong = samples.find((sample) => !matches(pattern, sample));
  if (wrong !== undefined || !reader.isAtEnd) throw new Error(`no text can be made that ${pattern} matches`);
  return samples;
}

/** Tells if an anchored matcher of labels matches a value. */
export function matches(pattern: string, value: string): boolean {
  return new RegExp(`^(?:${pattern})$`).test(value);
}

class Reader {
  private at = 0;

  constructor(private readonly pattern: string) {}

  public get isAtEnd(): boolean {
    return this.at === this.pattern.length;
  }

  /** Alternatives separated by `|`, up to the end of the group. */
  public alternatives(): string[] {
    const all = this.sequence();
    while (this.takes('|')) all.push(...this.sequence());
    return all;
  }

  private sequence(): string[] {
    let texts = [''];
    while (!this.isAtEnd && !'|)'.includes(this.pattern[this.at]!)) {
      const next = this.repeated(this.atom());
      texts = texts.flatMap((text) => next.map((each) => text + each));
    }
    return texts;
  }

  private repeated(atom: string[]): string[] {
    if (this.takes('*') || this.takes('?')) return ['', ...atom];
    if (this.takes('+')) return atom;
    const [count, least] = /^\{(\d+)(?:,\d*)?\}/.exec(this.pattern.slice(this.at)) ?? [''];
    this.at += count.length;
    return least === undefined ? atom : atom.map((text) => text.repeat(Number(least)));
  }

  private atom(): string[] {
    if (this.takes('(')) {
      this.takes('?:');
      const all = this.alternatives();
      this.takes(')');
      return all;
    }
    if (this.takes('[')) return [this.oneOfClass()];
    if (this.takes('.')) return ['0'];
    const escaped = this.takes('\\');
    const character = this.pattern[this.at++]!;
    return [escaped && character === 'd' ? '0' : character];
  }

  private oneOfClass(): string {
    const end = this.pattern.indexOf(']', this.at);
    const inside = this.pattern.slice(this.at, end);
    this.at = end + 1;
    return inside.startsWith('^') ? (inside.includes('x') ? '0' : 'x') : inside[0]!;
  }

  private takes(text: string): boolean {
    const taken = this.pattern.startsWith(text, this.at);
    if (taken) this.at += text.length;
    return taken;
  }
}
