import { type Detail, MS0028, MS0029, type Problem } from '../errors';

type Json = Readonly<Record<string, unknown>>;

/** `--max-request-bytes` of etcd. */
const MOST_BYTES = 1.5 * 1024 * 1024;

/** `TotalAnnotationSizeLimitB` and `MaxSecretSize` of Kubernetes, the latter for ConfigMaps too. */
const MOST_ANNOTATION_BYTES = 256 * 1024;
const MOST_DATA_BYTES = 1024 * 1024;

/** Shortest text of an object that may be too large: a code unit has three bytes at most. */
const SMALL = MOST_ANNOTATION_BYTES / 3;

/** NUL and halves of surrogate pairs, as JSON and YAML write them in quotes. */
const WRITTEN = /\\u(?:0000|d[89a-f]\w\w)/i;
const REFUSED = /\0|\p{Cs}/u;

/** Problems of an object that only its final content shows; `text` is the same as YAML. */
export function objectProblems(json: unknown, text: string): Problem[] {
  const characters = text.includes('\\u') && WRITTEN.test(text) ? refusedTexts(json, '') : [];
  return [
    ...characters.map((detail) => ({ definition: MS0028, ...detail })),
    ...(text.length < SMALL ? [] : sizes(json as Json)).map((detail) => ({ definition: MS0029, ...detail })),
  ];
}

function refusedTexts(value: unknown, path: string): Detail[] {
  if (typeof value === 'string') return refused(value, `the value of ${path}`);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [
    ...refused(key, `a key of ${path}`),
    ...refusedTexts(each, Array.isArray(value) ? `${path}[${key}]` : `${path}${path === '' ? '' : '.'}${key}`),
  ]);
}

function refused(text: string, place: string): Detail[] {
  const [character] = REFUSED.exec(text) ?? [];
  return character === undefined
    ? []
    : [
        {
          message: `${place} holds a character that readers refuse`.replace(REFUSED, '\ufffd'),
          given: `it was U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
          allowed: 'characters other than NUL, in whole surrogate pairs',
          fix: 'remove it, or state bytes in Base64 where the field takes them',
        },
      ];
}

function sizes({ kind, metadata, data, stringData, binaryData, ...rest }: Json): Detail[] {
  const { annotations } = Object(metadata) as Json;
  const holdsData = rest['apiVersion'] === 'v1' && (kind === 'ConfigMap' || kind === 'Secret');
  const inData = holdsData
    ? bytesOf(stringData) + (kind === 'Secret' ? inBase64(data) : bytesOf(data)) + inBase64(binaryData)
    : 0;
  const inAnnotations = bytesOf(annotations) + bytesOf(Object.keys(Object(annotations) as Json));
  const whole = Buffer.byteLength(JSON.stringify({ kind, metadata, data, stringData, binaryData, ...rest }));
  return [
    ...tooLarge('the map of annotations', inAnnotations, MOST_ANNOTATION_BYTES, 'state shorter ones, or fewer'),
    ...tooLarge(`the data of the ${String(kind)}`, inData, MOST_DATA_BYTES, 'divide it into several objects'),
    ...tooLarge(`the ${String(kind)}`, whole, MOST_BYTES, 'divide it into several objects, or keep data elsewhere'),
  ];
}

/** Bytes of the texts in a map or a list. */
function bytesOf(texts: unknown): number {
  return Object.values(Object(texts) as Json).reduce<number>((sum, each) => sum + Buffer.byteLength(String(each)), 0);
}

function inBase64(texts: unknown): number {
  return Math.floor((bytesOf(texts) * 3) / 4);
}

function tooLarge(what: string, bytes: number, most: number, fix: string): Detail[] {
  return bytes <= most
    ? []
    : [
        {
          message: `${what} has too many bytes`,
          given: `it had ${bytes} bytes`,
          allowed: `${most} bytes or fewer`,
          fix,
        },
      ];
}
