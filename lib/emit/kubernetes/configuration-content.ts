import type { ConfigurationRead, StatedConfiguration } from '../../program';

/** Key of a ConfigMap or Secret with its value. */
export interface Entry {
  readonly key: string;
  /** Text as it is, bytes in base64. */
  readonly value: string;
  readonly binary: boolean;
}

/** Content of a ConfigMap or Secret. */
export interface Content {
  readonly annotations: Readonly<Record<string, string>>;
  readonly entries: readonly Entry[];
}

interface Json {
  readonly metadata?: { readonly annotations?: Readonly<Record<string, string>> };
  readonly data?: Readonly<Record<string, unknown>>;
  readonly binaryData?: Readonly<Record<string, unknown>>;
  readonly stringData?: Readonly<Record<string, unknown>>;
}

const CONTENTS = new WeakMap<object, WeakMap<StatedConfiguration, Content>>();

/**
 * Content of a ConfigMap or Secret as it is written, patches included; undefined where it cannot be rendered, which is
 * reported there. Computed once in a rendering of the whole app.
 */
export function contentOf(
  read: ConfigurationRead,
  stated: StatedConfiguration,
  rendering: object | undefined,
): Content | undefined {
  const known = rendering && (CONTENTS.get(rendering) ?? new WeakMap<StatedConfiguration, Content>());
  const existing = known?.get(stated);
  if (existing !== undefined) return existing;
  try {
    const json = stated.toJson() as Json;
    const content = {
      annotations: json.metadata?.annotations ?? {},
      entries: read.kind === 'Secret' ? secretEntries(json) : configMapEntries(json),
    };
    if (rendering !== undefined) CONTENTS.set(rendering, known!.set(stated, content));
    return content;
  } catch {
    return undefined;
  }
}

/** Entries of a content that are read. */
export function entriesRead({ keys, textOnly }: ConfigurationRead, { entries }: Content): readonly Entry[] {
  return entries.filter(({ key, binary }) => (keys?.includes(key) ?? true) && !(textOnly && binary));
}

function configMapEntries({ data = {}, binaryData = {} }: Json): Entry[] {
  return [
    ...Object.entries(data).map(([key, value]) => ({ key, value: String(value), binary: false })),
    ...Object.entries(binaryData).map(([key, value]) => ({ key, value: String(value), binary: true })),
  ];
}

/** Entries of a Secret in base64: `stringData` is a way to write `data`, and wins over it. */
function secretEntries({ data = {}, stringData = {} }: Json): Entry[] {
  const encoded = Object.entries(stringData).map(([key, value]) => [
    key,
    Buffer.from(String(value)).toString('base64'),
  ]);
  return Object.entries({ ...data, ...(Object.fromEntries(encoded) as Record<string, string>) }).map(
    ([key, value]) => ({
      key,
      value: String(value),
      binary: false,
    }),
  );
}
