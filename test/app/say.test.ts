import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { App } from '../../lib';
import { say } from '../../lib/app/say';

/** A name that would clear the screen, forge a line and show itself backwards. */
const HOSTILE = 'a\u001b[2J\nb: not written\u202e';
const SHOWN = 'a\\u001b[2J\\nb: not written\\u202e';

test('a line stays a line, and shows no control character and no credentials', () => {
  const stream = new PassThrough();
  say(stream, `${HOSTILE} is not removed`, 'see redis://:secret@redis');
  expect(String(stream.read())).toBe(`${SHOWN} is not removed\nsee redis://:***@redis\n`);
  say(stream);
  expect(stream.read()).toBeNull();
});

test('the folder of an app is shown so above its report', () => {
  const app = new App({ outdir: 'dist', folder: HOSTILE });
  expect(() => app.synthYaml()).toThrow(`${SHOWN}:\nerror MS0011`);
});

/** Each place of the library that writes to the terminal, as `file: first argument`. */
function writes(): string[] {
  const lib = join(__dirname, '..', '..', 'lib');
  return readdirSync(lib, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [
        ...readFileSync(join(lib, file), 'utf8').matchAll(/(?:process\.std(?:out|err)\b.*\.write|console\.\w+)\((.*)/g),
      ].map(([, argument]) => `${file}: ${argument}`),
    )
    .sort();
}

test('nothing is written to the terminal past it', () => {
  expect(writes()).toEqual([
    // What the CLI and the program themselves write passes as it is.
    'app/cli-outcome.ts: `${line}\\n`));',
    'app/say.ts: report);',
    'app/synth-command.ts: bytes, (error) => {',
    "app/synth-command.ts: lines.join('\\n').replaceAll(work, output));",
    'app/synth-command.ts: said.replaceAll(work, output));',
    'app/synth-command.ts: text);',
  ]);
});
