/** A line of a mapping: its depth, its key and what stands behind the colon. */
interface Line {
  readonly indent: number;
  readonly key: string;
  readonly rest: string;
}

/** Text that readers of YAML may take for something else than it seems: `no`, `0x1F`, `1e3`, `2026-01-01`. */
const AMBIGUOUS = /^(?:y|n|yes|no|on|off|null|~|[-+.\d][-+.\d_:a-fxoi]*)$/i;

const NUMBER = /^(?:0|-?[1-9]\d*)(?:\.\d+)?$/;

/**
 * A YAML mapping as annotations hold it: maps by indentation, and values in one line. Undefined for any other text:
 * lists by indentation, anchors, tags and texts of several lines can be written as JSON.
 */
export function yamlDocument(text: string): Readonly<Record<string, unknown>> | undefined {
  const lines: Line[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const [, indent = '', quoted, plain, rest = ''] =
      /^( *)(?:(["'][\w./-]+["'])|([A-Za-z][\w./-]*)):(?: +(.*?))? *$/.exec(line) ?? [];
    const key = plain ?? quoted?.slice(1, -1);
    if (key === undefined) return undefined;
    lines.push({ indent: indent.length, key, rest });
  }
  return lines.length === 0 ? undefined : mapping(lines);
}

/** The map of lines whose first has the depth of all of its keys. */
function mapping(lines: readonly Line[]): Record<string, unknown> | undefined {
  const { indent } = lines[0]!;
  const starts = lines.flatMap((line, at) => (line.indent === indent ? [at] : []));
  if (lines.some((line) => line.indent < indent)) return undefined;
  const entries: [string, unknown][] = [];
  for (const [nth, at] of starts.entries()) {
    const { key, rest } = lines[at]!;
    const below = lines.slice(at + 1, starts[nth + 1]);
    const value = below.length === 0 ? scalar(rest) : rest === '' ? mapping(below) : undefined;
    if (value === undefined || entries.some(([other]) => other === key)) return undefined;
    entries.push([key, value]);
  }
  return Object.fromEntries(entries);
}

/** A value in one line. Undefined where its meaning is not certain. */
function scalar(text: string): unknown {
  if (/^["[{]/.test(text)) return parsed(text);
  const single = /^'((?:[^']|'')*)'$/.exec(text);
  if (single !== null) return single[1]!.replaceAll("''", "'");
  if (text === 'true' || text === 'false') return text === 'true';
  if (NUMBER.test(text)) return Number(text);
  return AMBIGUOUS.test(text) || /: | #|:$/.test(text) || !/^[\w./-]/.test(text) ? undefined : text;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
