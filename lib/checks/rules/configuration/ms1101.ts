import { type Detail, type Rule, Severity } from '../../../errors';
import { type ConfigFileFacts, MOST_CONFIG_BYTES, unique, type Workload } from '../../../program';

/** Number of files that a finding names, the largest first. */
const NAMED = 5;

/** Files that together are too large for a ConfigMap. */
export const MS1101: Rule<Workload> = {
  code: 'MS1101',
  title: 'files are too large for a ConfigMap',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The files of a workload stand in one ConfigMap, immutable ones in another, and Kubernetes takes 1 MiB of ' +
    'content for each. Larger files belong into the image, into an image of their own (`Volume.image`), or ' +
    'into storage that the workload reads.',
  reads: 'files of the workload',

  evaluate: ({ configFiles: { files } }) =>
    unique(files.map(({ objectName }) => objectName)).flatMap((object): Detail[] => {
      const contents = new Map(
        files.filter(({ objectName }) => objectName === object).map((file) => [file.key, file] as const),
      );
      const sizes = [...contents.values()].sort((a, b) => b.size - a.size);
      const sum = sizes.reduce((total, { size }) => total + size, 0);
      return sum <= MOST_CONFIG_BYTES
        ? []
        : [
            {
              message: `the files in ConfigMap ${object} are too large`,
              given: `${sum} bytes: ${listed(sizes)}`,
              allowed: `${MOST_CONFIG_BYTES} bytes or fewer together`,
              fix: 'move the largest into the image, or into an image that Volume.image() shows',
            },
          ];
    }),
};

function listed(files: readonly ConfigFileFacts[]): string {
  const named = files.slice(0, NAMED).map(({ path, size }) => `${path} ${size}`);
  return [...named, ...(files.length > NAMED ? [`${files.length - NAMED} more`] : [])].join(', ');
}
