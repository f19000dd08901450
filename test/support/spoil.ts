import type { ManifestObject } from './manifests';
import { validManifest } from './valid-manifests';

/** The valid object of a kind with other values at JSON pointers; undefined removes. */
export function spoiled(kind: string, changes: Readonly<Record<string, unknown>>): ManifestObject {
  const manifest = validManifest(kind);
  for (const [pointer, value] of Object.entries(changes)) setAt(manifest, pointer, value);
  return manifest;
}

function setAt(manifest: ManifestObject, pointer: string, value: unknown): void {
  const fields = pointer
    .split('/')
    .slice(1)
    .map((field) => field.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = fields.pop()!;
  const holder = fields.reduce<Record<string, unknown>>(
    (object, field) => (object[field] ??= {}) as Record<string, unknown>,
    manifest as unknown as Record<string, unknown>,
  );
  if (value === undefined) delete holder[last];
  else holder[last] = value;
}
