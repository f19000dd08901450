import type { Call, Endpoint } from './endpoint';

/**
 * Freezes endpoints as they stand: a copy of each, whose lists do not grow with later statements.
 *
 * Endpoints lead to each other in circles, so lists are filled after the copies exist, and without recursion.
 */
export function endpointFreezer(): (endpoint: Endpoint) => Endpoint {
  const copies = new Map<Endpoint, Endpoint>();
  const unfilled: (() => void)[] = [];

  function copyOf(endpoint: Endpoint): Endpoint {
    const known = copies.get(endpoint);
    if (known !== undefined) return known;
    const outbound: Call[] = [];
    const { workload } = endpoint;
    const copy = Object.freeze({
      ...endpoint,
      ...(endpoint.outbound !== undefined && { outbound }),
      ...(workload !== undefined && {
        workload: Object.freeze({ ...workload, exposures: Object.freeze([...workload.exposures]) }),
      }),
    });
    copies.set(endpoint, copy);
    unfilled.push(() => {
      for (const { caller, callee, options } of endpoint.outbound ?? [])
        outbound.push(Object.freeze({ caller: copyOf(caller), callee: copyOf(callee), options }));
      Object.freeze(outbound);
    });
    return copy;
  }

  return (endpoint) => {
    const copy = copyOf(endpoint);
    for (let fill = unfilled.pop(); fill !== undefined; fill = unfilled.pop()) fill();
    return copy;
  };
}
