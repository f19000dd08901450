import { join } from 'node:path';
import { folded, realPathOf, stateOf } from './disk';

/** A file that an app of this process wrote, or would write but for errors. */
interface Claim {
  readonly app: symbol;
  readonly file: string;
  /** The app, and the construct that the file holds. */
  readonly owner: string;
  /** True while the file is held back. */
  readonly isHeld: () => boolean;
}

/** Claims by file: the last app that has written it, after any earlier file was removed. */
const claims = new Map<string, Claim>();
const filesOfApps = new Map<symbol, readonly string[]>();

/** Notes the files of an app, in place of those noted before: for each path in its folder the owner. */
export function claimFiles(
  app: symbol,
  folder: string,
  owners: ReadonlyMap<string, string>,
  isHeld: () => boolean,
): void {
  dropClaims(app);
  const files = [...owners].map(([path, owner]): [string, Claim] => [
    placeOf(folder, path),
    { app, file: join(folder, path), owner, isHeld },
  ]);
  for (const [place, claim] of files) claims.set(place, claim);
  filesOfApps.set(
    app,
    files.map(([place]) => place),
  );
}

/** Forgets the files of an app. */
export function dropClaims(app: symbol): void {
  for (const place of filesOfApps.get(app) ?? []) if (claims.get(place)?.app === app) claims.delete(place);
  filesOfApps.delete(app);
}

/** The owner of a file in another app of this process; undefined where there is none, or where the file is gone. */
export function otherOwnerOf(app: symbol, folder: string, path: string): string | undefined {
  const claim = claims.get(placeOf(folder, path));
  if (claim === undefined || claim.app === app) return undefined;
  return claim.isHeld() || stateOf(claim.file) !== undefined ? claim.owner : undefined;
}

function placeOf(folder: string, path: string): string {
  return folded(join(realPathOf(folder), path));
}
