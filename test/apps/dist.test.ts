import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const ROOT = path.join(__dirname, '../..');

/** The text of every file below a folder, by its path there. */
function filesIn(folder: string): Record<string, string> {
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => fs.statSync(path.join(folder, file)).isFile());
  return Object.fromEntries(files.sort().map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')]));
}

test('dist/ holds what the applications write: `npm run synth` brings it up to date', async () => {
  const output = fs.mkdtempSync(path.join(os.tmpdir(), 'dist-'));
  try {
    process.env.CDK8S_OUTDIR = output;
    await import(path.join(ROOT, 'apps/main.ts'));
    expect(filesIn(path.join(ROOT, 'dist'))).toEqual(filesIn(output));
  } finally {
    delete process.env.CDK8S_OUTDIR;
    fs.rmSync(output, { recursive: true });
  }
});
