import { CALLS } from '../../../../apps/online-boutique/upstream';

/** Policy of a call in the program, in seconds. Unknown fields are refused. */
export interface StatedCall {
  readonly caller: string;
  readonly callee: string;
  /** The gRPC methods that may be called; all of them where nothing is said. */
  readonly methods?: readonly string[];
  /** None for bytes: only requests can take too long. */
  readonly timeout?: number;
  readonly retries: number;
}

/** Timeouts and retries as `apps/online-boutique` states them, written down once more. */
const STATED: Readonly<Record<string, Omit<StatedCall, 'caller' | 'callee'>>> = {
  'cartservice redis-cart': { retries: 0 },
  'checkoutservice cartservice': { timeout: 1, retries: 2, methods: ['GetCart', 'EmptyCart'] },
  'checkoutservice currencyservice': { timeout: 1, retries: 2 },
  'checkoutservice emailservice': { timeout: 2, retries: 0 },
  'checkoutservice paymentservice': { timeout: 5, retries: 0 },
  'checkoutservice productcatalogservice': { timeout: 1, retries: 2 },
  'checkoutservice shippingservice': { timeout: 2, retries: 0 },
  'frontend adservice': { timeout: 0.1, retries: 0 },
  'frontend cartservice': { timeout: 2, retries: 0 },
  'frontend checkoutservice': { timeout: 10, retries: 0 },
  'frontend currencyservice': { timeout: 1, retries: 2 },
  'frontend productcatalogservice': { timeout: 1, retries: 2 },
  'frontend recommendationservice': { timeout: 1, retries: 0 },
  'frontend shippingservice': { timeout: 1, retries: 2, methods: ['GetQuote'] },
  'loadgenerator frontend': { timeout: 15, retries: 0 },
  'recommendationservice productcatalogservice': { timeout: 1, retries: 2 },
};

/** Every call that upstream's manifests know, with what the program says of it. */
export const STATED_CALLS: readonly StatedCall[] = CALLS.map(([caller, callee]) => ({
  caller,
  callee,
  ...STATED[`${caller} ${callee}`]!,
}));

/** The gRPC methods that are tried where a call may be limited to some. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  cartservice: ['AddItem', 'GetCart', 'EmptyCart'],
  shippingservice: ['GetQuote', 'ShipOrder'],
};

/** The methods that are tried of a callee. */
export function methodsOf(callee: string): readonly string[] {
  return METHODS[callee] ?? ['Any'];
}

/** The call that is stated from one microservice to another. */
export function statedCall(caller: string, callee: string): StatedCall | undefined {
  return STATED_CALLS.find((call) => call.caller === caller && call.callee === callee);
}
