/** A container image reference, taken apart. */
export interface ImageReference {
  /** Registry and repository as written, without tag and digest. */
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
}

// The grammar of the distribution project: components of lower-case letters and digits, an optional host with port, tag
// and digest.
const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const HOST = '(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::[0-9]+)?/)?';
const REFERENCE = new RegExp(
  `^(${HOST}${COMPONENT}(?:/${COMPONENT})*)(?::([\\w][\\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$`,
);

/** The parts of a reference, or nothing where no registry would accept it. */
export function parseImage(image: string): ImageReference | undefined {
  // A program that passes on a variable of its own environment may pass nothing.
  const match = typeof image === 'string' ? REFERENCE.exec(image) : null;
  if (match === null) return undefined;
  const [, name, tag, digest] = match;
  return { name: name!, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) };
}

/** Image map and registry mirrors of a platform. */
export interface ImageSources {
  /** Whole references, by the name that programs use. */
  readonly images: Readonly<Record<string, string>>;
  /** Replacements of registries or longer prefixes. */
  readonly registryMirrors: Readonly<Record<string, string>>;
}

/** The reference to pull: looked up by name, then moved to the mirror with the longest fitting prefix. */
export function resolveImage(image: string, sources: ImageSources): string {
  const name = parseImage(image)?.name;
  const mapped = own(sources.images, image) ?? (name === undefined ? undefined : own(sources.images, name)) ?? image;
  if (typeof mapped !== 'string') return mapped;
  const full = withRegistry(mapped);
  const prefix = Object.keys(sources.registryMirrors)
    .filter((candidate) => full.startsWith(`${candidate}/`))
    .sort((a, b) => b.length - a.length)[0];
  return prefix === undefined ? mapped : sources.registryMirrors[prefix]! + full.slice(prefix.length);
}

/** Docker Hub is what a reference without a registry means, and its `library` what one without an owner means. */
function withRegistry(image: string): string {
  const [first = '', ...rest] = image.split('/');
  if (rest.length === 0) return `docker.io/library/${image}`;
  if (first === 'docker.io' && rest.length === 1) return `docker.io/library/${rest[0]}`;
  return /[.:]/.test(first) || first === 'localhost' ? image : `docker.io/${image}`;
}

function own(map: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** True for an image that changes without notice: without a digest, and without a tag or with `latest`. */
export function isMovable(image: string): boolean {
  const parsed = parseImage(image);
  return parsed !== undefined && parsed.digest === undefined && (parsed.tag === undefined || parsed.tag === 'latest');
}
