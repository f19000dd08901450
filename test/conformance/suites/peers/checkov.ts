import { programPath } from '../../judges';
import { run } from '../../processes';
import { readAnswer } from './answer';
import type { Peer, Report } from './peer';

/** Checks for what attackers use; one run a folder, since its answers on a second one repeat the first. */
export const checkov: Peer = {
  name: 'checkov',
  judge: async (folder) => {
    const args = [
      '--framework',
      'kubernetes',
      '--output',
      'json',
      '--compact',
      '--quiet',
      '--skip-download',
      '--directory',
      folder,
    ];
    return readAnswer('checkov', await run(programPath('checkov'), args, { cwd: folder }), readCheckov);
  },
};

/**
 * The report in what checkov prints.
 *
 * @throws Error for a file that it could not read
 */
export function readCheckov(text: string): Report {
  const { summary, results, ...rest } = JSON.parse(text);
  // Where there was nothing to check, there are numbers alone.
  const { passed, failed, parsing_errors: unread } = summary ?? rest;
  if (unread > 0) throw new Error(`${unread} of the files could not be read`);
  return {
    checks: passed + failed,
    findings: (results?.failed_checks ?? []).map((each: any) => ({
      check: each.check_id,
      words: each.check_name,
      file: each.file_path.replace(/^\//, ''),
      // The range of an object may begin above it.
      target: { line: each.file_line_range[1] },
    })),
  };
}
