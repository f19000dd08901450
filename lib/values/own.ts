import { frozen } from '../arguments';

const OWN = Symbol('own');

/**
 * Keeps an object as its class made it, for the library: no member that a user's subclass has in addition is in it, and
 * nothing changes it later. To be called at the end of the constructor.
 */
export function keepOwn<T extends object>(made: T, { prototype }: { readonly prototype: T }): void {
  const own: T = Object.create(prototype, Object.getOwnPropertyDescriptors(made)) as T;
  for (const key of Object.keys(own) as (keyof T)[]) own[key] = ownOf(own[key]);
  Object.defineProperty(made, OWN, { value: Object.freeze(frozen(own)) });
}

/** The object as its class made it; any other value itself. */
export function ownOf<T>(given: T): T {
  return (Object(given) as { readonly [OWN]?: T })[OWN] ?? given;
}
