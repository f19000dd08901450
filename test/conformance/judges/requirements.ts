import { join } from 'node:path';
import type { Recipe } from './catalogue';
import { FOLDER } from './folder';
import { readPins } from './pins';
import type { Tools } from './tools';

/** The oldest Python that every one of the pinned packages takes. */
const PYTHON = '3.11.5';
/** Platform of recipes with a prebuilt program. */
const CARRIED = 'Linux on x86-64';

/** Why a recipe cannot be made, or its programs not started, on this machine; empty where they can. */
export function reasonsAgainst(recipe: Recipe, tools: Tools): string[] {
  switch (recipe.from) {
    case 'go':
      return [...linux(tools), ...go(readPins(join(FOLDER, 'go', recipe.name)).go, tools)];
    case 'python':
      return [...(recipe.file === undefined ? linux(tools) : carried(tools)), ...python(tools)];
    case 'npm':
      return carried(tools);
    case 'data':
      return go('1.21', tools);
  }
}

function linux({ platform }: Tools): string[] {
  return platform === 'linux' ? [] : [`Linux is needed; this is ${platform}`];
}

function carried({ platform, arch }: Tools): string[] {
  return platform === 'linux' && arch === 'x64' ? [] : [`${CARRIED} is needed; this is ${platform} on ${arch}`];
}

function go(atLeast: string, tools: Tools): string[] {
  if (tools.go === undefined) return [`Go ${atLeast} or newer is needed; it was not found as go`];
  return isOlder(tools.go, atLeast) ? [`Go ${atLeast} or newer is needed; go is ${tools.go}`] : [];
}

function python({ python: found }: Tools): string[] {
  const needed = `Python ${PYTHON} or newer with venv is needed`;
  if (found === undefined) return [`${needed}; it was not found as python3`];
  if (isOlder(found.version, PYTHON)) return [`${needed}; python3 is ${found.version}`];
  return found.hasVenv
    ? []
    : [`${needed}; python3 is ${found.version} without venv (on Debian: apt-get install python3-venv)`];
}

function isOlder(version: string, than: string): boolean {
  const [left, right] = [version, than].map((text) => text.split('.').map((part) => Number.parseInt(part, 10)));
  for (const [index, part] of right!.entries()) {
    const own = left![index] ?? 0;
    if (own !== part) return own < part;
  }
  return false;
}
