import { join } from 'node:path';
import * as cdk8s from 'cdk8s';
import { blame, judgeProps } from '../arguments';
import { orderCharts } from './chart-order';
import { sharedFileFindings } from './files';
import { FINDINGS_FILE, namelessFile, overwrittenFile, writeFindings } from './findings-file';
import { helmTemplates, isHelmTemplates } from './helm';
import { pagesOf } from './pages';
import { DEFAULT_OUTPUT, extensionProblems, outputFolder } from './output-folder';
import { holdOutput, otherOwner, Writer, writeOutput } from './output';
import { Progress } from './progress';
import { say, sayReport } from './say';
import { closingLine, filesOf, noteSynthesized, SUMMARY_VARIABLE, type WrittenFiles } from './summary';
import { Synthesis, synthesize } from './synthesis';
import { terminalOf } from './terminal';
import { readTree } from './tree';
import {
  finding,
  Finding,
  firstLine,
  formatFinding,
  formatReport,
  isError,
  MS0012,
  Problem,
  renderingOnce,
  report,
  shownText,
  sortFindings,
} from '../errors';

/** Settings of an app. */
export interface AppProps extends cdk8s.AppProps {
  /**
   * Folder below the output folder that this app writes to, such as `shop/production`.
   *
   * An app owns its folder: files that it wrote there earlier and writes no more are removed.
   *
   * @default - the output folder itself
   */
  readonly folder?: string;

  /**
   * Path of the JSON file for findings, relative to the working directory.
   *
   * Apps of one process may share the file.
   *
   * @default - the environment variable CDK8S_FINDINGS_FILE; without it, no file is written
   */
  readonly findingsFile?: string;
}

/** A synthesis as this app reports it. */
interface JudgedSynthesis extends Synthesis {
  /** True where the file for findings is one of the output. */
  readonly overwritesFindings: boolean;
}

/**
 * An application, used as cdk8s's own: it checks, orders and renders the whole construct tree in one pass.
 *
 * Problems do not throw: `synth` reports all of them on stderr, leaves the output as it was and sets the exit status to
 * 1.
 */
export class App extends cdk8s.App {
  readonly #folder?: string;
  readonly #findingsFile?: string;
  readonly #recordsConstructMetadata: boolean;
  readonly #writer: Writer;

  public constructor(props: AppProps = {}) {
    const { props: stated, faults } = judgeProps('App', props, new.target);
    const { folder, findingsFile, ...rest } = stated;
    const output = outputFolder(rest.outdir ?? process.env.CDK8S_OUTDIR ?? DEFAULT_OUTPUT, folder);
    super({ ...rest, outdir: output.path });
    this.#folder = folder;
    this.#writer = { key: Symbol(), name: folder ?? output.base, output: output.base, folder: output.path };
    this.#findingsFile = findingsFile ?? process.env[FINDINGS_FILE];
    this.#recordsConstructMetadata =
      rest.recordConstructMetadata ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
    report(
      this,
      ...output.problems,
      ...extensionProblems(this.outputFileExtension),
      ...namelessFile(this.#findingsFile),
    );
    blame(this, 'App', faults);
  }

  /** All charts, each after those that it depends on or contains. */
  public override get charts(): cdk8s.Chart[] {
    return renderingOnce(this, () => orderCharts(readTree(this)).charts.map(({ chart }) => chart));
  }

  /**
   * Writes all manifests to the output folder.
   *
   * With an error, nothing is written or removed, and the exit status is set to 1. That holds for all apps of the
   * process that write to the same output folder, or to one inside of it: what one of them wrote before is put back.
   */
  public override synth(): void {
    const start = performance.now();
    const progress = new Progress(terminalOf(process), () => performance.now());
    const synthesis = this.#synthesis(false, progress);
    progress.end();
    sayReport(this.#reportOf(synthesis));
    // The output stays as it is where its findings cannot be written.
    const isReported = this.#writeFindings(synthesis);
    let files: WrittenFiles | undefined;
    const isWritten =
      isReported &&
      !synthesis.findings.some(isError) &&
      this.#attempt(() => (files = this.#write(synthesis, progress)));
    progress.end();
    if (!isWritten) this.#hold();
    this.#close(synthesis, files, performance.now() - start);
  }

  /** Renders all manifests as one YAML text. Throws the report where there is an error. */
  public override synthYaml(): string {
    const synthesis = this.#synthesis(true);
    const text = this.#reportOf(synthesis);
    if (synthesis.findings.some(isError)) throw new Error(text);
    sayReport(text);
    return synthesis.yaml();
  }

  /** Lists the findings that `synth` would report, acknowledged findings included. Writes nothing. */
  public validate(): Finding[] {
    return sortFindings(this.#synthesis(false).findings);
  }

  #synthesis(stream: boolean, progress?: Progress): JudgedSynthesis {
    const synthesis = synthesize(this, { recordConstructMetadata: this.#recordsConstructMetadata, stream, progress });
    if (stream) return { ...synthesis, overwritesFindings: false };
    const shared = sharedFileFindings(synthesis.planned, (path) => otherOwner(this.#writer, path));
    const overwritten = this.#overwrittenFile(synthesis);
    return {
      ...synthesis,
      findings: [...synthesis.findings, ...shared, ...(overwritten === undefined ? [] : [finding(this, overwritten)])],
      overwritesFindings: overwritten !== undefined,
    };
  }

  #overwrittenFile({ files }: Synthesis): Problem | undefined {
    const { output, folder } = this.#writer;
    return overwrittenFile(this.#findingsFile, output, () => [...files.keys()].map((path) => join(folder, path)));
  }

  #reportOf({ findings }: Synthesis): string {
    const report = formatReport(findings);
    if (report === '') return '';
    const text = `${report}${pagesOf(findings)}`;
    return this.#folder === undefined ? text : `${shownText(this.#folder)}:\n${text}`;
  }

  /** Writes the findings, unless their file is one of the output. False where that fails. */
  #writeFindings({ findings, overwritesFindings }: JudgedSynthesis): boolean {
    const file = this.#findingsFile;
    if (file === undefined || overwritesFindings) return true;
    return this.#attempt(() => {
      writeFindings(file, this.#writer.key, this.#folder, findings);
    }, `the findings file ${file} cannot be written`);
  }

  /** On a terminal says what the synth came to; below the command, which says it of all apps, notes it. */
  #close({ services, objects, findings }: Synthesis, files: WrittenFiles | undefined, milliseconds: number): void {
    const open = findings.filter(({ acknowledged }) => acknowledged === undefined).length;
    const synthesized = { services, objects, findings: open };
    const noted = process.env[SUMMARY_VARIABLE];
    if (noted !== undefined) this.#attempt(() => noteSynthesized(noted, synthesized));
    else if (terminalOf(process) !== undefined) say(process.stderr, closingLine(synthesized, files, milliseconds));
  }

  #write({ files, planned }: Synthesis, progress: Progress): WrittenFiles | undefined {
    const { name, output } = this.#writer;
    const owners = new Map(
      planned.map(({ path, construct }) => [path, `${construct.node.path || 'the app'} of ${name}`]),
    );
    const content = isHelmTemplates(this.outdir) ? helmTemplates(files) : files;
    const plans = writeOutput(this.#writer, content, owners, progress);
    progress.end();
    if (plans === undefined) say(process.stderr, `${name}: not written, because of the errors above`);
    const kept = plans?.flatMap((plan) => plan.kept) ?? [];
    say(process.stderr, ...kept.map(({ path, reason }) => `${join(output, path)} is not removed: ${reason}`));
    return plans && filesOf(plans);
  }

  /** Keeps the output as it was before this process, since this app has an error. */
  #hold(): void {
    process.exitCode = 1;
    this.#attempt(() => {
      for (const name of holdOutput(this.#writer))
        say(process.stderr, `${name}: put back as it was, because of the errors above`);
    });
  }

  #attempt(write: () => void, message = 'the output cannot be written'): boolean {
    try {
      write();
      return true;
    } catch (error) {
      process.exitCode = 1;
      sayReport(
        `${formatFinding(
          finding(this, {
            definition: MS0012,
            message,
            given: firstLine(error),
            fix: 'see that the folder can be written to and that no file stands where a folder is needed',
          }),
        )}\n`,
      );
      return false;
    }
  }
}
