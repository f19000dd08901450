/** Greatest count of a repetition, and of repetitions in one another together. */
const MOST_REPETITIONS = 1000;

/** Deepest groups that are judged; RE2 itself ends at 1000 levels, of which a group may take several. */
const DEEPEST_GROUPS = 200;

/** Categories, and the scripts of most texts: which others there are differs from one edition of RE2 to another. */
const UNICODE_NAMES = new RegExp(
  '^(?:Any|C[cfos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?|Arabic|Armenian|Bengali|Bopomofo|Common|' +
    'Cyrillic|Devanagari|Ethiopic|Georgian|Greek|Gujarati|Han|Hangul|Hebrew|Hiragana|Inherited|Kannada|Katakana|' +
    'Khmer|Lao|Latin|Malayalam|Mongolian|Myanmar|Sinhala|Tamil|Telugu|Thai|Tibetan)$',
);
const POSIX_CLASS = /^\[:\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/;
const REPETITION = /^\{(0|[1-9]\d*)(?:(,)(0|[1-9]\d*)?)?\}/;
const GROUP = /^\(\?(?:P?<(\w+)>|([imsU]*(?:-[imsU]+)?)([:)]))/;
const UNICODE_CLASS = /^\\[pP](?:\{\^?(\w+)\}|([^{]))/u;
const CODE = /^\\(?:x\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{2})|(0[0-7]{0,2}|[1-7][0-7]{1,2}))/;
const ESCAPED = /^\\(?:[afnrtv]|[^a-zA-Z0-9\u{80}-\u{10ffff}])/u;

/** A part that a repetition repeats: its own count, and the parts inside of it. */
interface Part {
  readonly count: number;
  readonly inner: readonly Part[];
}

const SIMPLE: Part = { count: 1, inner: [] };

/**
 * Reason for which RE2 refuses a regular expression; undefined where it accepts it.
 *
 * Follows https://github.com/google/re2/wiki/Syntax as Go's regexp/syntax reads it, which has no back-references, no
 * lookaround and no possessive repetition.
 */
export function re2Fault(expression: string): string | undefined {
  try {
    new Reader(expression).read();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

class Refusal extends Error {}

class Reader {
  /** Parts of each open group, the innermost last. */
  private readonly groups: Part[][] = [[]];
  /** Parts of the alternative that is being read, of each open group: a repetition takes the last. */
  private readonly alternatives: Part[][] = [[]];
  private readonly names = new Set<string>();
  private repeatedAt = -1;

  public constructor(private rest: string) {}

  public read(): void {
    while (this.rest !== '') this.next();
    if (this.groups.length > 1) throw new Refusal('a group is not closed');
  }

  private next(): void {
    const { rest } = this;
    switch (rest[0]) {
      case '(':
        return this.open();
      case ')':
        return this.close();
      case '|':
        this.alternatives[this.alternatives.length - 1] = [];
        return this.skip(1);
      case '*':
      case '+':
      case '?':
        return this.repeat(1, 1);
      case '{':
        return this.counted();
      case '[':
        this.rest = afterClass(rest);
        return this.add(SIMPLE);
      case '\\':
        return this.escape();
      default:
        this.skip(String.fromCodePoint(rest.codePointAt(0)!).length);
        return this.add(SIMPLE);
    }
  }

  private skip(length: number): void {
    this.rest = this.rest.slice(length);
  }

  private add(part: Part): void {
    this.groups.at(-1)!.push(part);
    this.alternatives.at(-1)!.push(part);
  }

  private open(): void {
    const [group = '(', name, , end] = GROUP.exec(this.rest) ?? [];
    if (this.rest.startsWith('(?') && group === '(')
      throw new Refusal(`${this.rest.slice(0, 4)} begins no group of RE2`);
    if (name !== undefined && this.names.has(name)) throw new Refusal(`two groups have the name ${name}`);
    if (name !== undefined) this.names.add(name);
    this.skip(group.length);
    if (end === ')') return;
    if (this.groups.length > DEEPEST_GROUPS) throw new Refusal(`more than ${DEEPEST_GROUPS} groups are in one another`);
    this.groups.push([]);
    this.alternatives.push([]);
  }

  private close(): void {
    if (this.groups.length === 1) throw new Refusal('a ) closes no group');
    const inner = this.groups.pop()!;
    this.alternatives.pop();
    this.skip(1);
    this.add({ count: 1, inner });
  }

  private counted(): void {
    const [text, least = '', comma, most] = REPETITION.exec(this.rest) ?? [];
    if (text === undefined) {
      this.skip(1);
      return this.add(SIMPLE);
    }
    const from = Number(least);
    // Without a greatest count, it repeats as `*` does, at least.
    const to = comma === undefined ? from : Number(most ?? Math.max(1, from));
    if (Math.max(from, to) > MOST_REPETITIONS || from > to)
      throw new Refusal(`${text} is no count from 0 to ${MOST_REPETITIONS}`);
    return this.repeat(text.length, to);
  }

  private repeat(length: number, count: number): void {
    const { rest } = this;
    const alternative = this.alternatives.at(-1)!;
    const group = this.groups.at(-1)!;
    const sign = rest.slice(0, length);
    const lazy = rest[length] === '?' ? 1 : 0;
    if (this.repeatedAt === rest.length) throw new Refusal(`${sign} follows another repetition`);
    const part = alternative.pop();
    if (part === undefined) throw new Refusal(`nothing stands before ${sign}`);
    group.pop();
    const repeated = { count, inner: [part] };
    if (!isWithin(repeated, MOST_REPETITIONS))
      throw new Refusal(`repetitions in one another count more than ${MOST_REPETITIONS}`);
    this.add(repeated);
    this.skip(length + lazy);
    this.repeatedAt = this.rest.length;
  }

  private escape(): void {
    const { rest } = this;
    if (/^\\[AbBz]/.test(rest)) {
      this.skip(2);
      return this.add(SIMPLE);
    }
    if (rest.startsWith('\\Q')) {
      const end = rest.indexOf('\\E', 2);
      const text = end < 0 ? rest.slice(2) : rest.slice(2, end);
      this.rest = end < 0 ? '' : rest.slice(end + 2);
      for (const _ of text) this.add(SIMPLE);
      return;
    }
    this.rest = afterSetEscape(rest) ?? afterCharacter(rest).rest;
    return this.add(SIMPLE);
  }
}

/** Tells that the counts of repetitions in one another have a product within a bound. */
function isWithin({ count, inner }: Part, most: number): boolean {
  if (count === 0) return true;
  return count <= most && inner.every((each) => isWithin(each, Math.floor(most / count)));
}

/** The text behind a class of characters. */
function afterClass(text: string): string {
  let rest = text.slice(text[1] === '^' ? 2 : 1);
  for (let isFirst = true; isFirst || rest[0] !== ']'; isFirst = false) {
    if (rest === '') throw new Refusal(`a ] is missing behind ${text.slice(0, 10)}`);
    const named = /^\[:[^]*?:\]/.exec(rest)?.[0];
    if (named !== undefined) {
      if (!POSIX_CLASS.test(named)) throw new Refusal(`${named} is no class of RE2`);
      rest = rest.slice(named.length);
      continue;
    }
    const behind = afterSetEscape(rest);
    if (behind !== undefined) {
      rest = behind;
      continue;
    }
    const low = afterCharacter(rest);
    rest = low.rest;
    if (rest[0] !== '-' || rest.length < 2 || rest[1] === ']') continue;
    const high = afterCharacter(rest.slice(1));
    if (high.code < low.code) throw new Refusal('a range of characters ends before it begins');
    rest = high.rest;
  }
  return rest.slice(1);
}

/** The text behind an escape that stands for a set of characters; undefined where none is first. */
function afterSetEscape(text: string): string | undefined {
  if (/^\\[dDsSwW]/.test(text)) return text.slice(2);
  const [match, long, short] = UNICODE_CLASS.exec(text) ?? [];
  if (match === undefined) return undefined;
  const name = long ?? short!;
  if (!UNICODE_NAMES.test(name)) throw new Refusal(`${match} is no class that every RE2 knows`);
  return text.slice(match.length);
}

/** The first character, escaped or not, and the text behind it. */
function afterCharacter(text: string): { readonly code: number; readonly rest: string } {
  if (text === '') throw new Refusal('a ] is missing');
  if (text[0] !== '\\') {
    const code = text.codePointAt(0)!;
    return { code, rest: text.slice(String.fromCodePoint(code).length) };
  }
  if (text === '\\') throw new Refusal('a backslash is last');
  const [match, long, short, octal] = CODE.exec(text) ?? [];
  if (match !== undefined) {
    const code = octal === undefined ? parseInt(long ?? short!, 16) : parseInt(octal, 8);
    if (code > 0x10ffff) throw new Refusal(`${match} is no character`);
    return { code, rest: text.slice(match.length) };
  }
  if (!ESCAPED.test(text)) throw new Refusal(`${text.slice(0, 2)} is no escape of RE2`);
  const named = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 }[text[1]!];
  return { code: named ?? text.charCodeAt(1), rest: text.slice(2) };
}
