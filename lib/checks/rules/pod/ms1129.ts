import { type Detail, type Rule, Severity, shown } from '../../../errors';
import type { Workload } from '../../../program';
import { type Hook, isWhole } from '../../../values';

const HIGHEST_PORT = 65535;

/** A hook is one that the kubelet can run. */
export const MS1129: Rule<Workload> = {
  code: 'MS1129',
  title: 'invalid hook',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation: 'The API refuses a hook without a command, and a request without a path or to an invalid port.',
  reads: 'lifecycle.hooks of the workload',

  evaluate: ({ settings }) => {
    const { postStart, preStop } = settings.values.hooks;
    return [...problemsOf('postStart', postStart), ...problemsOf('preStop', preStop)];
  },
};

function problemsOf(field: string, hook: Hook | undefined): Detail[] {
  const problem = (message: string, given: string, allowed: string, fix: string): Detail => ({
    message,
    given: `lifecycle.hooks.${field} was ${given}`,
    allowed,
    fix,
  });
  const { _command: command, _http: http } = hook ?? {};
  return [
    ...(command !== undefined && command.length === 0
      ? [
          problem(
            'a hook has no command',
            'an empty command',
            'a program and its arguments',
            "state it, as in ['/drain']",
          ),
        ]
      : []),
    ...(http !== undefined && !http.path.startsWith('/')
      ? [problem('a hook has no path', `a request of ${shown(http.path)}`, 'paths from /', "state it, as in '/drain'")]
      : []),
    ...(http !== undefined && !isWhole(http.port, 1, HIGHEST_PORT)
      ? [
          problem(
            'a hook has no valid port',
            `a request to port ${http.port}`,
            `1 to ${HIGHEST_PORT}`,
            'state the port',
          ),
        ]
      : []),
  ];
}
