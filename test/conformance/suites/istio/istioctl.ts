import { run } from '../../processes';
import { programPath } from '../../judges';

/** Istio's finding on an object. */
export interface Complaint {
  /** The object's kind, namespace and name; absent where Istio names none. */
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly message: string;
}

/** Findings of `istioctl validate` on files: unknown fields and values, and refusals of admission. */
export async function validate(files: readonly string[]): Promise<Complaint[]> {
  const { status, stdout, stderr } = await run(programPath('istioctl'), [
    'validate',
    ...files.flatMap((file) => ['-f', file]),
  ]);
  const complaints = validationComplaints(stderr);
  return status === 0 || complaints.length > 0 ? complaints : [{ message: `${stderr}${stdout}`.trim() }];
}

/**
 * Findings of Istio's analysers on files.
 *
 * Without a cluster, those that look at Services, Pods or Namespaces are left out by istioctl.
 */
export async function analyzeFiles(files: readonly string[]): Promise<Complaint[]> {
  return analyze(['--use-kube=false', ...files]);
}

/** Findings of all of Istio's analysers on the objects of a cluster, except mere information. */
export async function analyzeCluster(kubeconfig: string): Promise<Complaint[]> {
  return analyze([`--kubeconfig=${kubeconfig}`, '--output-threshold=Warning']);
}

/** It looks at one namespace where it is not told otherwise, and ends with 0 where it could not read a file. */
async function analyze(args: readonly string[]): Promise<Complaint[]> {
  const { stdout, stderr } = await run(programPath('istioctl'), [
    'analyze',
    '--all-namespaces',
    '--output=json',
    ...args,
  ]);
  return analysisComplaints(stdout, stderr);
}

/** The complaints in what `istioctl validate` writes: `* Kind/namespace/name: message`. */
export function validationComplaints(text: string): Complaint[] {
  return [...text.matchAll(/^\s+\* (\w+)\/([^/\s]*)\/([^:\s]+): (.+)$/gm)].map(
    ([, kind, namespace, name, message]) => ({ kind, namespace, name, message: message! }),
  );
}

/** The complaints in what `istioctl analyze --output=json` writes: log lines stand before the list. */
export function analysisComplaints(output: string, errors: string): Complaint[] {
  const list = /^\[[^]*\]/m.exec(output)?.[0];
  if (list === undefined) return [{ message: `istioctl analyze gave no list: ${errors.trim()}` }];
  const messages = JSON.parse(list) as {
    readonly code: string;
    readonly level: string;
    readonly message: string;
    readonly origin: string;
  }[];
  const unread = [...errors.matchAll(/^\s+\* (error processing .+)$/gm)].map(([, message]) => ({ message: message! }));
  return [
    ...unread,
    ...messages.map(({ code, level, message, origin }) => ({
      ...partsOf(origin),
      message: `${level} ${code}: ${message}`,
    })),
  ];
}

/** `Kind namespace/name`, without the namespace where the kind has none. */
function partsOf(origin: string): Omit<Complaint, 'message'> {
  const [, kind, namespace, name] = /^(\w+) (?:([^/\s]+)\/)?(\S+)/.exec(origin) ?? [];
  return { kind, namespace, name };
}
