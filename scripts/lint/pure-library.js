// The library reads no file, no environment variable, no clock and no random number; only App and the hand-off touch
// the world.
const WORLD = [
  'process',
  'Date',
  'performance',
  'crypto',
  'console',
  'fetch',
  'globalThis',
  'global',
  'require',
  'module',
  '__dirname',
  '__filename',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
];

const BEHIND_THE_RULE = [
  { selector: 'ImportExpression', message: 'import at the top of the file, where the direction of imports is checked' },
  {
    selector: 'TSImportType',
    message: 'write "import type" at the top of the file, where the direction of imports is checked',
  },
  {
    selector: 'TSImportEqualsDeclaration',
    message: 'write "import … from", where the direction of imports is checked',
  },
];

/** Flat-config blocks that keep lib/ a function of what it is told. */
module.exports.pureLibrary = [
  {
    name: 'imports that rules can see',
    files: ['lib/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...BEHIND_THE_RULE] },
  },
  {
    name: 'nothing but what is told',
    files: ['lib/**/*.ts'],
    ignores: ['lib/app/**', 'lib/handoff/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...WORLD.map((name) => ({ name, message: 'only lib/app and lib/handoff touch the world' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'the same program gives the same manifests' },
      ],
    },
  },
];
