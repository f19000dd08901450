import * as fs from 'node:fs';
import * as path from 'node:path';
import { REPOSITORY } from '../../applications';
import { ConformanceError } from '../../errors';
import { programPath } from '../../judges';
import { run } from '../../processes';

/**
 * Makes a chart of the applications of `apps/` by cdk8s' own CLI.
 *
 * @throws ConformanceError with what the CLI says when it fails
 */
export async function synthesizeChart(folder: string): Promise<void> {
  const cli = path.join(REPOSITORY, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s');
  const { status, stderr } = await run(
    process.execPath,
    [cli, 'synth', '--check-upgrade=false', '--format', 'helm', '--chart-version', '1.0.0', '--output', folder],
    { cwd: REPOSITORY },
  );
  if (status !== 0) throw new ConformanceError(`cdk8s synth --format helm ended with ${status}:\n${stderr}`);
}

/** Makes a chart of one template. */
export function writeChart(folder: string, template: string): void {
  fs.mkdirSync(path.join(folder, 'templates'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'Chart.yaml'), 'apiVersion: v2\nname: planted\nversion: 1.0.0\n');
  fs.writeFileSync(path.join(folder, 'templates', 'planted.yaml'), template);
}

/** What Helm renders of a chart, or its words where it refuses it. */
export interface Rendering {
  /** Text by path below `templates`. */
  readonly files: ReadonlyMap<string, string>;
  readonly refusal?: string;
}

/** Renders a chart by `helm template`. */
export async function render(folder: string): Promise<Rendering> {
  const { status, stdout, stderr } = await run(programPath('helm'), ['template', folder]);
  if (status !== 0) return { files: new Map(), refusal: stderr.trim() };
  const files = new Map<string, string>();
  for (const document of stdout.split(/^---\n(?=# Source: )/m)) {
    const source = /^# Source: [^/]+\/templates\/(.*)$/m.exec(document)?.[1];
    if (source !== undefined) files.set(source, `${files.get(source) ?? ''}---\n${document}`);
  }
  return { files };
}

/** Complaints of `helm lint` beyond information. */
export async function lint(folder: string): Promise<string[]> {
  const { stdout, stderr } = await run(programPath('helm'), ['lint', '--strict', folder]);
  return `${stdout}\n${stderr}`.split('\n').filter((line) => /^\[(?:WARNING|ERROR)\]/.test(line));
}
