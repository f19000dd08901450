import { App, ApplicationStack } from '../../lib';
import { STRUCTS } from '../../lib/arguments/signatures';
import { LEFT_OUT, type Site, state } from './sites';

/** Codes and texts of the findings of a program that states a value at a site. */
export function codesWith(site: Site, value: unknown): string[] {
  const app = new App();
  const stack = new ApplicationStack(app, 'shop', { existing: true });
  state(site, value, { app, stack });
  return app.validate().map(({ code, message }) => `${code}: ${message}`);
}

/**
 * Findings that a wrong value has beside the one about itself: those of the program without it, where nothing was
 * stated in the place of something optional, else none.
 */
export function besideFault(site: Site, value: unknown): string[] {
  const isNeeded = site.path.length > 1 && site.path.at(-1) === 'image';
  const mayBeLeftOut = (site.optional && !isNeeded) || /^(?:\[\]|\{\})$/.test(site.path.at(-1)!);
  return mayBeLeftOut && (value === undefined || value === null) ? codesWith(site, LEFT_OUT) : [];
}

/** True where a wrong value is one finding of a code, and no other finding is lost or follows. */
export function isOneFinding(found: readonly string[], code: string, beside: readonly string[]): boolean {
  const faults = found.filter((each) => each.startsWith(code));
  const others = found.filter((each) => !each.startsWith(code));
  return faults.length === 1 && others.join() === beside.join();
}

/** Sites of options, and a name that is close to one of each of their members. */
export function misspelled(site: Site): { readonly site: Site; readonly name: string }[] {
  return (STRUCTS.get(site.type) ?? []).map(({ name }) => {
    const wrong = `${name}x`;
    return { site: { ...site, path: [...site.path, wrong] }, name };
  });
}
