import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { METADATA_FILE } from './marker';

/**
 * True for a folder whose files Helm renders: `templates` beside a Chart.yaml, or below it.
 *
 * `cdk8s synth --format helm` makes that chart, has the app write there, and tells it nothing else.
 */
export function isHelmTemplates(folder: string): boolean {
  const path = resolve(folder);
  const parent = dirname(path);
  if (parent === path) return false;
  return (basename(path) === 'templates' && existsSync(join(parent, 'Chart.yaml'))) || isHelmTemplates(parent);
}

/** The templates that Helm renders to the manifests. */
export function helmTemplates(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  // Helm would take the file for validation plugins for a manifest.
  const manifests = [...files].filter(([path]) => path !== METADATA_FILE);
  // Each `{{` by itself: a raw string around all of the text would end at a backtick of it.
  return new Map(manifests.map(([path, text]) => [path, text.replaceAll('{{', '{{ "{{" }}')]));
}
