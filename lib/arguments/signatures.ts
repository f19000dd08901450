import { SHAPES } from './shapes';

/** A parameter of a call, or a member of a struct. */
export interface Member {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  /** In the place of a value of a wrong type, so that no rule of the member finds fault with its absence. */
  readonly standIn?: unknown;
}

/** Lists of members by their head. Each is parsed when it is first asked for: a program uses few of them. */
class MemberLists {
  readonly #texts = new Map<string, string>();
  readonly #parsed = new Map<string, readonly Member[]>();

  public add(head: string, text: string): void {
    this.#texts.set(head, text);
  }

  public has(head: string): boolean {
    return this.#texts.has(head);
  }

  public heads(): string[] {
    return [...this.#texts.keys()];
  }

  public get(head: string): readonly Member[] | undefined {
    const parsed = this.#parsed.get(head);
    if (parsed !== undefined) return parsed;
    const members = this.#texts.get(head)?.split(/,\s+/).map(memberOf);
    if (members !== undefined) this.#parsed.set(head, members);
    return members;
  }
}

/** Parameters of each call of the public API, such as `Port.http` or `new Platform`. */
export const SIGNATURES = new MemberLists();

/** Members of each struct. */
export const STRUCTS = new MemberLists();

/** Methods that make an object, by the name of its class. */
export const MAKERS = new Map<string, string>();

/** Members that are judged by rules of their own, which say more of a wrong value: MS1004, MS1032 and MS3006. */
const BY_RULES: Readonly<Record<string, Partial<Member>>> = {
  image: { optional: true, standIn: 'unstated:0' },
  env: { type: 'any{}' },
  images: { type: 'any{}' },
};

for (const [, head = '', bracket, members = '', made] of SHAPES.matchAll(
  /^(\w[\w .#]*?) ?([({]) ?(.*?) ?[)}](?:: (\w+))?$/gms,
)) {
  (bracket === '(' ? SIGNATURES : STRUCTS).add(head, members);
  if (made !== undefined) MAKERS.set(made, head);
}

function memberOf(text: string): Member {
  const [given = '', type = ''] = text.split(': ');
  const name = given.replace('?', '');
  return { name, type, optional: given.endsWith('?'), ...BY_RULES[name] };
}
