const OPENING = '---\n# Written by cdk8s-microservice as ';
const CLOSING = '; changes here are lost at the next synth\n';

/** How each of our files begins: by it we know what we wrote, and for which place. */
export function fileHeader(path: string): string {
  return OPENING + path + CLOSING;
}

/** The path that a file was written as, relative to the folder of its app; undefined where the file is not ours. */
export function markedPath(beginning: string): string | undefined {
  if (!beginning.startsWith(OPENING)) return undefined;
  const end = beginning.indexOf(CLOSING);
  return end < 0 ? undefined : beginning.slice(OPENING.length, end);
}
