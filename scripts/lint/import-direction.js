// The direction of imports in lib/: from the end of LAYERS towards its start, never along a row, and through a folder's
// index alone.
const { dirname, normalize, relative, sep } = require('node:path');

const LAYERS = [
  ['errors'],
  ['arguments'],
  ['values'],
  ['program'],
  ['emit/kubernetes'],
  ['emit/delivery', 'emit/mesh', 'emit/observability', 'emit/scaling', 'emit/serverless', 'emit/ways-in'],
  ['platform'],
  ['checks'],
  ['api'],
  ['fleet'],
  ['handoff'],
];
const FOLDERS = [...LAYERS.flat(), 'app'];

/** Names that a folder may import from cdk8s at run time; every name where a folder is not listed. */
const CDK8S_NAMES = {
  errors: ['Lazy'],
  arguments: ['Duration', 'Size'],
  values: ['Duration', 'Size'],
  program: ['Duration', 'Size'],
};

/** Folders that hold no construct. */
const PLAIN = ['values', 'program'];

/** Folders that touch files, processes, the clock and the environment. */
const WORLDLY = ['app', 'handoff'];

/** Folders of lib/ whose index a folder may import. */
function below(folder) {
  if (folder === 'app') return ['errors', 'arguments'];
  const row = LAYERS.findIndex((names) => names.includes(folder));
  return [...LAYERS.slice(0, row).flat(), ...(row > LAYERS.findIndex((names) => names.includes('api')) ? ['app'] : [])];
}

/** The folder of LAYERS that a path of lib/ is in. */
function folderOf(path) {
  return FOLDERS.find((folder) => path === folder || path.startsWith(`${folder}/`));
}

/** The reason against a relative import of a file in lib/; undefined where there is none. */
function againstPath(file, specifier) {
  const target = normalize(`${dirname(file)}/${specifier}`);
  const shortest = relative(dirname(file), target).split(sep).join('/');
  if (
    specifier !== (shortest.startsWith('.') ? shortest : `./${shortest}`) ||
    /(?:\/index|\.[cm]?[jt]s)$/.test(specifier)
  ) {
    return 'write the shortest path, without "index" and without an extension';
  }
  const folder = folderOf(file);
  if (file === 'index.ts') {
    return FOLDERS.includes(target) ? undefined : 'lib/index.ts imports the index of a folder alone';
  }
  if (folder === undefined) return `lib/${dirname(file)} is in no layer: scripts/lint/import-direction.js lists them`;
  if (target.startsWith(`${folder}/`)) return undefined;
  const doors = below(folder);
  if (doors.includes(target)) return undefined;
  const names = doors.map((name) => `lib/${name}`).join(', ');
  return `lib/${folder} may import the index of ${names || 'no other folder'}`;
}

/** The reason against an import of a package; undefined where there is none. */
function againstPackage(folder, specifier, names, isType) {
  if (/^(?:cdk8s-plus-27$|kubernetes-models\/|@kubernetes-models\/)/.test(specifier)) {
    return isType ? undefined : 'import only its types: at run time the library needs cdk8s and constructs alone';
  }
  if (specifier.startsWith('node:') && WORLDLY.includes(folder)) return undefined;
  // A pure function; the rest of the module makes random numbers.
  if (specifier === 'node:crypto' && names.every((name) => name === 'createHash')) return undefined;
  if (specifier === 'constructs') {
    return isType || !PLAIN.includes(folder) ? undefined : `lib/${folder} holds no construct: write "import type"`;
  }
  if (specifier !== 'cdk8s') {
    return 'only cdk8s and constructs may be imported; files, processes and the clock are for lib/app and lib/handoff';
  }
  const allowed = CDK8S_NAMES[folder];
  if (isType || allowed === undefined || names.every((name) => allowed.includes(name))) return undefined;
  return `of cdk8s, lib/${folder} imports ${allowed.join(', ')} and types alone`;
}

/** The reason against an import of an application; undefined where there is none. */
function againstApplication(specifier) {
  const isInside = /(?:^|\/)(?:lib\/.|test(?:\/|$)|build(?:\/|$)|scripts(?:\/|$))/.test(specifier);
  return isInside ? 'an application uses the public API alone: the index of lib/' : undefined;
}

function isTypeOnly(node) {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = node.specifiers ?? [];
  return specifiers.length > 0 && specifiers.every((each) => each.importKind === 'type' || each.exportKind === 'type');
}

function namesOf(node) {
  const specifiers = (node.specifiers ?? []).filter((each) => each.importKind !== 'type' && each.exportKind !== 'type');
  return specifiers.map((each) => each.imported?.name ?? each.local?.name);
}

const rule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const path = relative(context.cwd, context.filename).split(sep).join('/');
    const reason = (node, specifier) => {
      if (!path.startsWith('lib/')) return againstApplication(specifier);
      const file = path.slice('lib/'.length);
      if (specifier.startsWith('.')) return againstPath(file, specifier);
      return againstPackage(folderOf(file), specifier, namesOf(node), isTypeOnly(node));
    };
    const check = (node) => {
      if (node.source === null) return;
      const message = reason(node, node.source.value);
      if (message !== undefined) context.report({ node, message });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};

/** Flat-config blocks that hold the direction of imports. */
module.exports.importDirection = [
  {
    name: 'import direction',
    files: ['lib/**/*.ts', 'apps/**/*.ts'],
    plugins: { house: { rules: { 'import-direction': rule } } },
    rules: { 'house/import-direction': 'error' },
  },
];
