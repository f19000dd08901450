// Registered, so that every installed copy finds it; the value differs from copy to copy.
const KEY = Symbol.for('cdk8s-microservice.copy');
const COPY = Symbol('cdk8s-microservice');

/** Marks an object as made by this copy of the library. */
export function markCopy(object: object): void {
  Object.defineProperty(object, KEY, { value: COPY });
}

/** Tells that a copy of the library, this or another, made an object. */
export function isFromLibrary(object: object): boolean {
  return KEY in object;
}

/** Tells that this copy of the library made an object. */
export function isFromThisCopy(object: object): boolean {
  return (object as { [KEY]?: symbol })[KEY] === COPY;
}

/** Tells that another installed copy of the library, with other internals, made an object. */
export function isFromOtherCopy(object: object): boolean {
  const copy = (object as { [KEY]?: symbol })[KEY];
  return copy !== undefined && copy !== COPY;
}
