const js = require('@eslint/js');
const jsdoc = require('eslint-plugin-jsdoc').default ?? require('eslint-plugin-jsdoc');
const tseslint = require('typescript-eslint');
const { importDirection } = require('./scripts/lint/import-direction');
const { pureLibrary } = require('./scripts/lint/pure-library');

const TYPESCRIPT = ['lib/**/*.ts', 'apps/**/*.ts', 'test/**/*.ts'];

module.exports = [
  { ignores: ['build/', 'coverage/', 'dist/', '.packages/'] },
  js.configs.recommended,
  {
    name: 'every file',
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 350 }],
      'no-param-reassign': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    name: 'scripts',
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', URL: 'readonly', performance: 'readonly' },
    },
  },
  {
    name: 'CommonJS scripts',
    files: ['**/*.js', '**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', module: 'writable', __dirname: 'readonly' },
    },
  },
  ...tseslint.configs.recommendedTypeChecked.map((block) => ({ ...block, files: TYPESCRIPT })),
  {
    name: 'TypeScript',
    files: TYPESCRIPT,
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: __dirname } },
    plugins: { jsdoc },
    rules: {
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      // Manifests are read as `any`, and `any` is jsii's word for what may be everything.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // A method handed on is most often one of ours that needs no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Our enums are compared with those of cdk8s-plus, and values with their own toString() are printed.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      // tsc reports them.
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    name: 'what a file exports says what it is; scripts/jsii.mjs checks every member of the public API',
    files: ['lib/**/*.ts'],
    rules: {
      'jsdoc/check-alignment': 'error',
      'jsdoc/check-param-names': 'error',
      'jsdoc/check-tag-names': ['error', { definedTags: ['default', 'jsii'] }],
      'jsdoc/empty-tags': 'error',
      'jsdoc/no-bad-blocks': 'error',
      'jsdoc/no-multi-asterisks': 'error',
      'jsdoc/no-types': 'error',
      'jsdoc/require-param-description': 'error',
      'jsdoc/require-throws-description': 'error',
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          contexts: ['TSInterfaceDeclaration', 'TSEnumDeclaration', 'TSTypeAliasDeclaration'],
          require: { ClassDeclaration: true, FunctionDeclaration: true },
        },
      ],
    },
  },
  ...importDirection,
  ...pureLibrary,
  {
    name: 'generated tables',
    files: ['lib/arguments/shapes.ts', 'lib/emit/kubernetes/fields/field-table.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    name: 'tests hand in what the types do not allow, and look into what comes out',
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Tables of cases: the formatter gives each field a line.
      'max-lines': ['error', { max: 1000 }],
    },
  },
];
