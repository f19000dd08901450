/**
 * Values of an object that an answer of the API server does not hold, each with its path.
 *
 * Added defaults are none, and neither is a value left out that Go takes for nothing stated: an empty text, zero,
 * false, and an empty list or map.
 */
export function lost(sent: unknown, answered: unknown, path = ''): string[] {
  if (isNothing(sent) && answered === undefined) return [];
  if (Array.isArray(sent) && Array.isArray(answered) && sent.length === answered.length)
    return sent.flatMap((item, at) => lost(item, answered[at], `${path}[${at}]`));
  if (isMap(sent) && isMap(answered))
    return Object.entries(sent).flatMap(([key, value]) =>
      lost(value, Object.hasOwn(answered, key) ? answered[key] : undefined, path === '' ? key : `${path}.${key}`),
    );
  if (sent === answered || isSameQuantity(sent, answered)) return [];
  return [`${path} was ${JSON.stringify(sent)}, and is ${JSON.stringify(answered)}`];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNothing(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isNothing);
  return [undefined, null, '', 0, false].includes(value as undefined);
}

const QUANTITY = /^(\d+(?:\.\d+)?)(m|k|Ki|Mi|Gi|Ti|M|G|T)?$/;
const UNITS: Readonly<Record<string, number>> = {
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** The server writes a quantity in its shortest form: `1000m` as `1`. */
function isSameQuantity(sent: unknown, answered: unknown): boolean {
  const [one, other] = [sent, answered].map((value) => {
    const [, number, unit] = (typeof value === 'string' && QUANTITY.exec(value)) || [];
    return number === undefined ? undefined : Number(number) * (unit === undefined ? 1 : UNITS[unit]!);
  });
  return one !== undefined && one === other;
}
