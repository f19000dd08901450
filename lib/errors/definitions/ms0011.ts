import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** The folder of an app leaves the output. */
export const MS0011: FindingDefinition = {
  code: 'MS0011',
  title: 'the output of an app leaves its folder',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The `folder` of an `App` is joined to the output folder that the CLI gives, so it is relative, is not empty and ' +
    'does not lead upwards. An empty text, most often an unset variable of a script, would stand for the working ' +
    'directory: it is refused as a `folder`, as `outdir` or `findingsFile`, and in `CDK8S_OUTDIR` or ' +
    '`CDK8S_FINDINGS_FILE`. The root of the disk and the home folder are no output either. `outputFileExtension` is ' +
    'the end of a file name and holds no slash.',
  reads: 'app',
};
