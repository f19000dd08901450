import * as fs from 'node:fs';
import * as path from 'node:path';
import { programPath } from '../../judges';
import { run } from '../../processes';
import { readAnswer } from './answer';
import type { Finding, Peer, Report } from './peer';

/** Newer than all that its checks tell apart. */
const KUBERNETES_VERSION = 'v1.36';
const ALL_GOOD = 10;

/** Rates workloads against what operators are advised to state. */
export const kubeScore: Peer = {
  name: 'kube-score',
  judge: async (folder) => {
    const files = fs.readdirSync(folder).map((file) => path.join(folder, file));
    const outcome = await run(
      programPath('kube-score'),
      ['score', '--kubernetes-version', KUBERNETES_VERSION, '--output-format', 'json', ...files],
      { cwd: folder },
    );
    return readAnswer('kube-score', outcome, readKubeScore);
  },
};

/** The report in what kube-score prints. */
export function readKubeScore(text: string): Report {
  const judged = (JSON.parse(text) as any[]).map((object) => ({
    object,
    checks: object.checks.filter(({ skipped }: any) => !skipped) as any[],
  }));
  return {
    checks: judged.reduce((sum, { checks }) => sum + checks.length, 0),
    findings: judged.flatMap(({ object, checks }) =>
      checks
        .filter(({ grade }) => grade < ALL_GOOD)
        .flatMap(({ check, comments }) => findingsOf(object, check, comments ?? [])),
    ),
  };
}

function findingsOf(
  { type_meta: { kind }, object_meta: { name, namespace }, file_name: file }: any,
  check: any,
  comments: readonly any[],
): Finding[] {
  const words = comments.map(
    ({ path: where, summary, description }) => `${summary}${where === '' ? '' : ` (${where})`}: ${description}`,
  );
  const target = { kind, name, ...(namespace && { namespace }) };
  return (words.length > 0 ? words : [check.name]).map((each) => ({
    check: check.id,
    words: each,
    file: path.basename(file),
    target,
  }));
}
