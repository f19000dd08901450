import * as fs from 'node:fs';
import * as path from 'node:path';

/** A kind that kubernetes-models or one of its sister packages describes. */
export interface UpstreamKind {
  /** Such as `apps/v1/Deployment`. */
  readonly id: string;
  readonly kind: string;
  /** Module of its interface and its validator, such as `kubernetes-models/apps/v1/Deployment`. */
  readonly module: string;
}

/** A type of a package. */
export interface UpstreamType {
  readonly type: string;
  readonly module: string;
}

const CORE = 'kubernetes-models';
const SISTERS = '@kubernetes-models';

/** Patterns of the kind in the published classes. They are minifier output, so a test counts the matches. */
const STATED = /static\{this\.apiVersion="([^"]+)"\}static\{this\.kind="([^"]+)"\}/;

/** Names of the installed packages that describe kinds. */
export function modelPackages(nodeModules: string): string[] {
  const scope = path.join(nodeModules, SISTERS);
  const sisters = fs.existsSync(scope)
    ? fs
        .readdirSync(scope)
        .sort()
        .map((name) => `${SISTERS}/${name}`)
    : [];
  return [CORE, ...sisters];
}

/** Every kind that the installed packages describe, but for lists. */
export function findUpstreamKinds(nodeModules: string): UpstreamKind[] {
  return modelPackages(nodeModules).flatMap((name) => kindsOf(nodeModules, name));
}

function kindsOf(nodeModules: string, packageName: string): UpstreamKind[] {
  const folder = path.join(nodeModules, packageName);
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(?!_|dist|node_modules).*[\\/][A-Z]\w*\.js$/.test(file))
    .sort()
    .flatMap((file) => {
      const [, apiVersion, kind] = STATED.exec(fs.readFileSync(path.join(folder, file), 'utf8')) ?? [];
      if (apiVersion === undefined || kind === undefined || kind.endsWith('List') || !isServed(packageName, apiVersion))
        return [];
      return [
        {
          id: `${apiVersion}/${kind}`,
          kind,
          module: `${packageName}/${file.slice(0, -'.js'.length).replaceAll('\\', '/')}`,
        },
      ];
    });
}

/** The core package merges every release since 1.15: of its versions only the stable ones are sure to be served. */
function isServed(packageName: string, apiVersion: string): boolean {
  return packageName !== CORE || /(^|\/)v\d+$/.test(apiVersion);
}
