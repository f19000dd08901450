import { programPath } from '../../judges';
import { run } from '../../processes';
import { readAnswer } from './answer';
import type { Peer, Report } from './peer';

/** Checks for misconfigurations, by the checks that it carries. */
export const trivy: Peer = {
  name: 'trivy',
  judge: async (folder) => {
    const args = [
      'config',
      '--skip-check-update',
      '--misconfig-scanners',
      'kubernetes',
      '--quiet',
      '--format',
      'json',
      folder,
    ];
    return readAnswer('trivy', await run(programPath('trivy'), args, { cwd: folder }), readTrivy);
  },
};

/** The report in what trivy prints. */
export function readTrivy(text: string): Report {
  const files = (JSON.parse(text).Results ?? []) as any[];
  return {
    checks: files.reduce((sum, { MisconfSummary: { Successes, Failures } }) => sum + Successes + Failures, 0),
    findings: files.flatMap(({ Target: file, Misconfigurations = [] }) =>
      Misconfigurations.filter(({ Status }: any) => Status === 'FAIL').map(({ ID, Message, CauseMetadata }: any) => ({
        check: ID,
        words: Message,
        file,
        target: { line: CauseMetadata.EndLine ?? 0 },
      })),
    ),
  };
}
