import { App, ApplicationStack } from '../../lib';
import { STRUCTS } from '../../lib/arguments/signatures';
import { type Site, state } from './sites';

/** Codes and texts of the findings of a program that states a value at a site. */
export function codesWith(site: Site, value: unknown): string[] {
  const app = new App();
  const stack = new ApplicationStack(app, 'shop', { existing: true });
  state(site, value, { app, stack });
  return app.validate().map(({ code, message }) => `${code}: ${message}`);
}

/** Sites of options, and a name that is close to one of each of their members. */
export function misspelled(site: Site): { readonly site: Site; readonly name: string }[] {
  return (STRUCTS.get(site.type) ?? []).map(({ name }) => {
    const wrong = `${name}x`;
    return { site: { ...site, path: [...site.path, wrong] }, name };
  });
}
