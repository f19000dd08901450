import { join } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';

const ROOT = join(__dirname, '../..');
const config = jest.requireActual<Linter.Config[]>('../../eslint.config.js');

const eslint = new ESLint({
  cwd: ROOT,
  overrideConfigFile: true,
  // A file that is not on disk has no types.
  overrideConfig: [...config, { files: ['**/*.ts'], ...(tseslint.configs.disableTypeChecked as Linter.Config) }],
});

/** Names of the rules that a file with this text would break at this path, but for imports that nothing uses. */
export async function rulesBrokenBy(path: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(ROOT, path) });
  const rules = result!.messages.map(({ ruleId, message }) => ruleId ?? message);
  return [...new Set(rules)].filter((rule) => rule !== '@typescript-eslint/no-unused-vars').sort();
}
