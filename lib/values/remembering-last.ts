/**
 * A pure function of an object that keeps its last result: rules ask for the same fact of one workload in a row.
 * Keeps one object, not all of them, so that the memory of a synth does not grow with it.
 */
export function rememberingLast<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: compute(key) };
    return last.value;
  };
}
