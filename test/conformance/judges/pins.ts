import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pins of a Go module: its dependencies and their checksums. */
export interface Pins {
  /** The oldest Go that it may be built with. */
  readonly go: string;
  readonly versions: ReadonlyMap<string, string>;
  readonly replacements: ReadonlyMap<string, string>;
  /** The checksum of a module at a version, by `module version`. */
  readonly sums: ReadonlyMap<string, string>;
}

/** One module of those. */
export interface Pin {
  readonly module: string;
  readonly version: string;
  readonly sum: string;
}

/** Reads what `go.mod` and `go.sum` in a folder state. */
export function readPins(folder: string): Pins {
  return parsePins(readFileSync(join(folder, 'go.mod'), 'utf8'), readFileSync(join(folder, 'go.sum'), 'utf8'));
}

/** Pins in the text of a `go.mod` and a `go.sum`. */
export function parsePins(goMod: string, goSum: string): Pins {
  const lines = goMod.split('\n').map((line) => line.replace(/\/\/.*/, '').trim());
  const replaced = [...pairs(lines, /^(?:replace )?(\S+)(?: \S+)? => (\S+ \S+)$/)];
  return {
    go: [...pairs(lines, /^(go) (\S+)$/)][0]?.[1] ?? '',
    versions: new Map(pairs(lines, /^(?:require )?(\S+) (v\S+)$/)),
    replacements: new Map(replaced),
    sums: new Map(pairs(goSum.split('\n'), /^(\S+ \S+) (h1:\S+)$/)),
  };
}

/** The version and the checksum of a module. */
export function pinOf(pins: Pins, module: string): Pin {
  const version = pins.versions.get(module);
  const sum = pins.sums.get(`${module} ${version}`);
  if (version === undefined || sum === undefined) throw new Error(`go.mod and go.sum do not both state ${module}`);
  return { module, version, sum };
}

function* pairs(lines: readonly string[], pattern: RegExp): Generator<[string, string]> {
  for (const line of lines) {
    const match = pattern.exec(line);
    if (match) yield [match[1]!, match[2]!];
  }
}
