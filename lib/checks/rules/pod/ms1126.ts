import { type Rule, Severity } from '../../../errors';
import { lifecycle, type Workload, WorkloadKind } from '../../../program';

/** A hook that is a request runs before the callers have learned that the pod goes away. */
export const MS1126: Rule<Workload> = {
  code: 'MS1126',
  title: 'a hook before the end cannot wait for the callers',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The kubelet takes one action before the end of a container. A command can wait first; a request is sent at ' +
    'once, while callers still send requests to the pod for `lifecycle.endpointPropagation`. State a command, or ' +
    'acknowledge the finding where the program itself goes on serving for that time.',
  reads: 'lifecycle and ports of the workload',

  evaluate: ({ kind, name, settings, ports }) => {
    if (kind !== WorkloadKind.DEPLOYMENT) return [];
    const { preStop: pause } = lifecycle({ ...settings.values, serves: ports.length > 0 });
    const http = settings.values.hooks.preStop?._http;
    return http === undefined || pause === 0
      ? []
      : [
          {
            message: `${name} is told to end while callers still send requests to it`,
            given: `lifecycle.hooks.preStop was a request of ${http.path}, lifecycle.endpointPropagation ${pause} s`,
            allowed: 'commands, which run behind the pause, and requests of workloads without callers',
            fix: "state a command, as in Hook.command(['/drain']), or acknowledge the finding",
          },
        ];
  },
};
