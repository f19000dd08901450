// Who may import whom in lib/. Imports point from the end of LAYERS towards its start, never along a row.
const LAYERS = [
  ['errors'],
  ['model'],
  ['kubernetes'],
  ['mesh', 'scaling', 'delivery', 'observability', 'serverless'],
  ['platform'],
  ['checks'],
  [], // the constructs: the files of lib/ itself
  ['fleet'],
  ['handoff'],
];
const CONSTRUCTS = LAYERS.findIndex((row) => row.length === 0);
const FOLDERS = [...LAYERS.flat(), 'app'];
const MAX_DEPTH = 5;

const RULE = '@typescript-eslint/no-restricted-imports';

/** Folders of lib/ whose index a folder may import. */
function below(folder) {
  if (folder === 'app') return ['errors'];
  const row = LAYERS.findIndex((names) => names.includes(folder));
  return [...LAYERS.slice(0, row).flat(), ...(row > CONSTRUCTS ? ['app'] : [])];
}

/** Whether a folder may import the constructs. */
function isAboveConstructs(folder) {
  return LAYERS.findIndex((names) => names.includes(folder)) > CONSTRUCTS;
}

/** Whether a folder may touch files, processes, the clock and the environment. */
function mayTouchTheWorld(folder) {
  return folder === 'app' || folder === 'handoff';
}

const CANONICAL = {
  regex: '^\\./\\.\\.|[^./]/\\.\\.(?:/|$)|/\\.(?:/|$)|/$|/index$|\\.[cm]?[jt]s$',
  message: 'write the shortest path, without "index" and without an extension',
};

/** What an import of a package may be. */
function packagePatterns(folder) {
  const patterns = [
    {
      regex: '^(?:cdk8s-plus-27$|kubernetes-models/|@kubernetes-models/)',
      allowTypeImports: true,
      message: 'only its types: write "import type"; at run time the library needs cdk8s and constructs alone',
    },
    {
      regex: `^(?![./])(?!(?:cdk8s|constructs|cdk8s-plus-27)$|@?kubernetes-models/${mayTouchTheWorld(folder) ? '|node:' : ''})`,
      message:
        'the library uses cdk8s and constructs alone; files, processes and the clock belong to lib/app and lib/handoff',
    },
  ];
  if (folder === 'model' || folder === 'errors') {
    patterns.push({
      regex: '^(?:cdk8s)$',
      allowImportNames: folder === 'model' ? ['Duration', 'Size'] : ['Lazy'],
      allowTypeImports: true,
      message:
        'the model is plain facts: of cdk8s it knows the value types Duration and Size and what "import type" brings',
    });
  }
  if (folder === 'model') {
    patterns.push({
      regex: '^constructs$',
      allowTypeImports: true,
      message: 'the model holds no construct: write "import type"',
    });
  }
  return patterns;
}

/** Relative imports that leave a folder, seen from a file `depth` folders below lib/. */
function leavingPattern(folder, depth) {
  const allowed = below(folder);
  const construct = isAboveConstructs(folder) ? `|(?!(?:${FOLDERS.join('|')}|index)$)[^/.]+` : '';
  return {
    regex: `^(?:\\.\\./){${depth - 1}}\\.\\.(?:$|/(?!(?:${allowed.join('|') || '(?!)'}${construct})$))`,
    message: `lib/${folder} may import the index of ${allowed.map((name) => `lib/${name}`).join(', ') || 'no other ' + 'folder'}${
      construct ? ' and the constructs' : ''
    } alone`,
  };
}

function folderBlocks(folder) {
  return Array.from({ length: MAX_DEPTH }, (_, index) => index + 1).map((depth) => ({
    name: `import direction of lib/${folder}, depth ${depth}`,
    files: [`lib/${folder}/${'*/'.repeat(depth - 1)}*.ts`],
    rules: { [RULE]: ['error', { patterns: [CANONICAL, leavingPattern(folder, depth), ...packagePatterns(folder)] }] },
  }));
}

function constructBlock(name, files, forbidden, message, packages) {
  const patterns = [CANONICAL, { regex: forbidden, message }, ...packages];
  return { name: `import direction of ${name}`, files, rules: { [RULE]: ['error', { patterns }] } };
}

const insides = `^\\.\\.(?:/|$)|^\\./(?:${FOLDERS.join('|')})/`;
const above = LAYERS.slice(CONSTRUCTS + 1)
  .flat()
  .join('|');

/** Flat-config blocks that hold the direction of imports. */
module.exports.importDirection = [
  ...FOLDERS.flatMap(folderBlocks),
  {
    name: 'lib/ is too deep',
    files: [`lib/${'*/'.repeat(MAX_DEPTH + 1)}**/*.ts`],
    rules: {
      [RULE]: ['error', { patterns: [{ regex: '^', message: `at most ${MAX_DEPTH} folders: raise MAX_DEPTH` }] }],
    },
  },
  constructBlock(
    'the constructs',
    ['lib/*.ts'],
    `${insides}|^\\./(?:${above}|app)$`,
    'a construct may import other constructs and the index of a folder below them',
    packagePatterns('constructs'),
  ),
  constructBlock(
    'lib/index.ts',
    ['lib/index.ts'],
    insides,
    'the index of a folder is its only door',
    packagePatterns('index'),
  ),
  constructBlock(
    'lib/app.ts',
    ['lib/app.ts'],
    '^\\.\\.(?:/|$)|^\\./(?!errors$|app/)',
    'App knows cdk8s, constructs and lib/errors alone',
    packagePatterns('app'),
  ),
  constructBlock(
    'apps/',
    ['apps/**/*.ts'],
    '(?:^|/)(?:lib/.|test(?:/|$)|build(?:/|$)|scripts(?:/|$))',
    'an application uses the public API alone: the index of lib/',
    [],
  ),
];
