// eslint-disable-next-line house/import-direction -- the content of ConfigFile.fromFile is read here, and nowhere else
import { readFileSync, statSync } from 'node:fs';
import { type Detail, firstLine } from '../../errors';
import { MOST_CONFIG_BYTES } from '../../program';
import { isWhole, type ConfigFile } from '../../values';

/** Content of a file of the program. */
export interface FileContent {
  /** Undefined for bytes that are no text. */
  readonly text?: string;
  readonly bytes: Buffer;
  /** Bytes of the content; those of a file that is too large are not read. */
  readonly size: number;
}

/** Problem of a file that no pod can have. Undefined for a path and options that are right. */
export function pathFault({ path, _options: { mode = 0 } }: ConfigFile, container: string): Detail | undefined {
  const isPath = /^\/(?:[^/:\p{Cc}]+\/+)*[^/:\p{Cc}]+$/u.test(path) && !/(?:^|\/)\.\.?(?:\/|$)/.test(path);
  if (!isPath)
    return {
      message: 'a file has no path that it can stand at',
      given: `container ${container} has a file at ${JSON.stringify(path)}`,
      allowed: 'absolute paths of files, without a colon, . and ..',
      fix: 'state the whole path, from / to the name of the file',
    };
  if (isWhole(mode, 0, 0o777)) return undefined;
  return {
    message: 'Kubernetes refuses the permissions of a file',
    given: `mode of ${path} was ${mode}`,
    allowed: '0 to 0o777',
    fix: 'write them in octal, as in 0o440',
  };
}

/** Content of a file, or the reason why it has none. */
export function contentOfFile({ path, _content: content }: ConfigFile): FileContent | Detail {
  switch (content.kind) {
    case 'text': {
      const bytes = Buffer.from(content.text);
      // NUL is no character of a text that readers of YAML take.
      return { ...(!content.text.includes('\0') && { text: content.text }), bytes, size: bytes.length };
    }
    case 'base64': {
      const bytes = Buffer.from(content.base64, 'base64');
      if (bytes.toString('base64') === content.base64) return ofBytes(bytes);
      return {
        message: 'a file has a content that is not in Base64',
        given: `the content of ${path} had ${content.base64.length} characters`,
        allowed: 'Base64 with its padding, on one line',
        fix: "state buffer.toString('base64'), or a text by ConfigFile.fromText()",
      };
    }
    case 'file':
      return read(path, content.source);
  }
}

function read(path: string, source: string): FileContent | Detail {
  try {
    const stats = statSync(source);
    if (!stats.isFile()) return unread(path, source, 'it is no file');
    return stats.size > MOST_CONFIG_BYTES
      ? { bytes: Buffer.alloc(0), size: stats.size }
      : ofBytes(readFileSync(source));
  } catch (error) {
    return unread(path, source, firstLine(error));
  }
}

function unread(path: string, source: string, reason: string): Detail {
  return {
    message: `the content of ${path} cannot be read`,
    given: `the source was ${JSON.stringify(source)}: ${reason}`,
    allowed: 'files of the program',
    fix: 'state the path of a file; one beside the program is at path.join(__dirname, …)',
  };
}

function ofBytes(bytes: Buffer): FileContent {
  const text = bytes.toString();
  const isText = !text.includes('\0') && Buffer.from(text).equals(bytes);
  return { ...(isText && { text }), bytes, size: bytes.length };
}
