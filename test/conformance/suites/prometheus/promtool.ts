import * as fs from 'node:fs';
import * as path from 'node:path';
import { ConformanceError } from '../../errors';
import { programPath } from '../../judges';
import { run } from '../../processes';
import type { UnitTestFile } from './unit-test';

/** Findings of promtool on rule files, by path. Files without one are absent. */
export async function checkRules(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if ((await complaintsOf(paths)) === undefined) return new Map();
  // Its complaints do not all name their file.
  const each = await Promise.all(paths.map(async (file) => [file, await complaintsOf([file])] as const));
  return new Map(each.flatMap(([file, complaints]) => (complaints === undefined ? [] : [[file, complaints] as const])));
}

/** A unit test that failed. */
export interface FailedTest {
  /** The file that was given. */
  readonly file: UnitTestFile;
  /** Its name; none where the file could not be read. */
  readonly test: string;
  readonly message: string;
}

/**
 * Runs unit tests, all in one process, and says which failed.
 *
 * @throws ConformanceError where promtool says no for another reason
 */
export async function testRules(files: readonly UnitTestFile[], folder: string): Promise<FailedTest[]> {
  fs.mkdirSync(folder, { recursive: true });
  const paths = files.map((file, at) => {
    const written = path.join(folder, `${at + 1}.json`);
    fs.writeFileSync(written, JSON.stringify(file));
    return written;
  });
  const report = path.join(folder, 'junit.xml');
  const { status, stdout, stderr } = await run(programPath('promtool'), [
    'test',
    'rules',
    `--junit=${report}`,
    ...paths,
  ]);
  const failed = fs.existsSync(report) ? readReport(fs.readFileSync(report, 'utf8')) : [];
  if ((status === 0) !== (failed.length === 0))
    throw new ConformanceError(`promtool test rules ended with ${status}`, `${stdout}${stderr}`.slice(-3000));
  return failed.map(({ suite, ...failure }) => ({ ...failure, file: files[paths.indexOf(suite)]! }));
}

/** The failures in a report of promtool, as it writes JUnit. */
export function readReport(xml: string): { readonly suite: string; readonly test: string; readonly message: string }[] {
  return [...xml.matchAll(/<testsuite name="([^"]*)"[^>]*>(.*?)<\/testsuite>/gs)].flatMap(([, suite, cases]) =>
    [...cases!.matchAll(/<testcase name="([^"]*)">(.*?)<\/testcase>/gs)].flatMap(([, test, inside]) =>
      [...inside!.matchAll(/<(failure|error)>(.*?)<\/\1>/gs)].map(([, , message]) => ({
        suite: plain(suite!),
        test: plain(test!),
        message: plain(message!).trim(),
      })),
    ),
  );
}

async function complaintsOf(paths: readonly string[]): Promise<string | undefined> {
  const { status, stderr } = await run(programPath('promtool'), [
    'check',
    'rules',
    '--lint=all',
    '--lint-fatal',
    ...paths,
  ]);
  return status === 0 ? undefined : stderr.replace(/^\s*FAILED:\s*/, '').trim();
}

function plain(text: string): string {
  return text
    .replace(/&#x([0-9A-F]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
