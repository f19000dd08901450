/**
 * Way to the property that a pure function reads last before it throws, such as `ports[0].name`. Undefined where it
 * reads none, or does not throw again.
 */
export function lastRead<Facts>(evaluate: (facts: Facts) => unknown, facts: Facts): string | undefined {
  let last: string | undefined;
  const recorded = (value: unknown, path: string): unknown => {
    if (!isPlain(value)) return value;
    // Not the value itself as target: of a frozen one, a proxy may hand on nothing but its own fields.
    return new Proxy(Array.isArray(value) ? [] : {}, {
      get: (_, key) => {
        const read: unknown = Reflect.get(value, key, value);
        if (typeof key === 'symbol' || typeof read === 'function') return read;
        const way = step(path, key, Array.isArray(value));
        if (key !== 'length') last = way;
        return recorded(read, way);
      },
      has: (_, key) => Reflect.has(value, key),
      ownKeys: (target) => [...new Set([...Reflect.ownKeys(value), ...Reflect.ownKeys(target)])],
      getOwnPropertyDescriptor: (target, key) =>
        Reflect.getOwnPropertyDescriptor(target, key) ?? copied(Reflect.getOwnPropertyDescriptor(value, key)),
      getPrototypeOf: () => Reflect.getPrototypeOf(value),
    });
  };
  try {
    evaluate(recorded(facts, '') as Facts);
    return undefined;
  } catch {
    return last;
  }
}

function step(path: string, key: string, isList: boolean): string {
  if (isList) return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

function copied(descriptor: PropertyDescriptor | undefined): PropertyDescriptor | undefined {
  return descriptor === undefined ? undefined : { ...descriptor, configurable: true };
}

/** Lists and plain objects; objects of classes have private fields, which a proxy does not have. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
}
