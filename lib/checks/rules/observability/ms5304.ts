import { Rule, Severity } from '../../../errors';
import { tracingOf, Workload } from '../../../program';
import { Instrumentation, PodSecurityLevel } from '../../../values';

/** The namespace admits the privileged agent for Go. */
export const MS5304: Rule<Workload> = {
  code: 'MS5304',
  title: 'the namespace refuses the agent',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The agent for Go of the OpenTelemetry operator runs beside the application as a privileged container ' +
    'with a path of the node, which the Pod Security levels `restricted` and `baseline` refuse. Build the SDK ' +
    'into the program, or use a namespace whose level is `privileged`.',
  reads: 'agent of the microservice, Pod Security level of the namespace',

  evaluate: (facts) => {
    const { name, settings, podSecurity } = facts;
    return tracingOf(facts)?.operator !== true ||
      settings.values.instrumentation !== Instrumentation.GO ||
      podSecurity === undefined ||
      podSecurity === PodSecurityLevel.PRIVILEGED
      ? []
      : [
          {
            message: `the namespace refuses the agent of ${name}`,
            given: `the Pod Security level was ${podSecurity}, telemetry.instrumentation was go`,
            allowed: 'the level privileged, or programs with an SDK of their own',
            fix: `build the SDK into ${name}, and state no instrumentation`,
          },
        ];
  },
};
