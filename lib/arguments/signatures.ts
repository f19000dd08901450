import { SHAPES } from './shapes';

/** A parameter of a call, or a member of a struct. */
export interface Member {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  /** In the place of a value of a wrong type, so that no rule of the member finds fault with its absence. */
  readonly standIn?: unknown;
}

/** Parameters of each call of the public API, such as `Port.http` or `new Platform`. */
export const SIGNATURES = new Map<string, readonly Member[]>();

/** Members of each struct. */
export const STRUCTS = new Map<string, readonly Member[]>();

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
  (bracket === '(' ? SIGNATURES : STRUCTS).set(head, members.split(/,\s+/).map(memberOf));
  if (made !== undefined) MAKERS.set(made, head);
}

function memberOf(text: string): Member {
  const [given = '', type = ''] = text.split(': ');
  const name = given.replace('?', '');
  return { name, type, optional: given.endsWith('?'), ...BY_RULES[name] };
}
