const OPENING = '---\n# Written by cdk8s-microservice as ';
const CLOSING = '; changes here are lost at the next synth\n';

/** File that maps objects to constructs for validation plugins; it has no marker. */
export const METADATA_FILE = 'construct-metadata.json';

/** First lines of each generated file: they mark the file as ours and name its path. */
export function fileHeader(path: string): string {
  return OPENING + path + CLOSING;
}

/**
 * Reads the path from the marker of a file, relative to the folder of its app. Undefined where the file is not ours.
 */
export function markedPath(beginning: string): string | undefined {
  if (!beginning.startsWith(OPENING)) return undefined;
  const end = beginning.indexOf(CLOSING);
  return end < 0 ? undefined : beginning.slice(OPENING.length, end);
}
