import { titleOf } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';
import { Problem, problemWith } from '../../suite';
import type { Finding, PeerName } from './peer';

/** A check that is not followed, and why. */
export interface Accepted {
  readonly peer: PeerName;
  readonly check: string;
  /** Beginning of the peer's message, for checks with several messages. */
  readonly words?: string;
  /** All objects of a kind, or those of these titles; all where nothing is said. */
  readonly covers?: { readonly kind: string } | { readonly objects: readonly string[] };
  /** The only system in which it holds. */
  readonly system?: string;
  readonly reason: string;
}

/** A finding, and what it is about. */
export interface Located {
  readonly peer: PeerName;
  readonly system: string;
  readonly finding: Finding;
  /** Undefined where the peer names none that was read. */
  readonly object?: LocatedObject;
}

/** The object that a finding is about. */
export function objectOf({ file, target }: Finding, objects: readonly LocatedObject[]): LocatedObject | undefined {
  const inFile = objects.filter((object) => object.file === file);
  if ('line' in target) return inFile.filter(({ line }) => line <= target.line).at(-1);
  return inFile.find(
    ({ manifest: { kind, metadata } }) =>
      kind === target.kind && metadata.name === target.name && metadata.namespace === target.namespace,
  );
}

/** Findings that nobody accepted, as problems. */
export function problemsOf(found: readonly Located[], accepted: readonly Accepted[]): Problem[] {
  return found
    .filter((each) => !accepted.some((entry) => isAccepted(entry, each)))
    .map(({ peer, finding: { check, words, file }, object }) => {
      const message = `${peer} ${check}: ${words}`;
      return object === undefined ? { place: file, message } : problemWith(object, message);
    });
}

/** Entries that accept what no peer says any more, as problems. */
export function staleAmong(accepted: readonly Accepted[], found: readonly Located[]): Problem[] {
  return accepted.flatMap((entry) =>
    partsOf(entry)
      .filter((part) => !found.some((each) => isAccepted(part, each)))
      .map(({ peer, check, covers, system }) => ({
        object: covers !== undefined && 'objects' in covers ? covers.objects[0] : undefined,
        message:
          `${peer} ${check} is accepted${system === undefined ? '' : ` in ${system}`}, but ${peer} does ` +
          'not say it: take it off the list in accepted.ts',
      })),
  );
}

/** An entry for each object that one names. */
function partsOf(entry: Accepted): Accepted[] {
  const { covers } = entry;
  return covers !== undefined && 'objects' in covers
    ? covers.objects.map((object) => ({ ...entry, covers: { objects: [object] } }))
    : [entry];
}

function isAccepted(
  { peer, check, words = '', covers, system }: Accepted,
  { peer: saidBy, system: saidIn, finding, object }: Located,
): boolean {
  return (
    peer === saidBy &&
    check === finding.check &&
    finding.words.startsWith(words) &&
    (system === undefined || system === saidIn) &&
    isCovered(covers, object)
  );
}

function isCovered(covers: Accepted['covers'], object: LocatedObject | undefined): boolean {
  if (covers === undefined) return true;
  if (object === undefined) return false;
  return 'kind' in covers ? object.manifest.kind === covers.kind : covers.objects.includes(titleOf(object.manifest));
}
