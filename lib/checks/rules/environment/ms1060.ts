import { restartsByReloader } from '../../../emit/kubernetes';
import { Rule, Severity } from '../../../errors';
import type { EnvironmentFacts } from './environment-facts';

/** Configuration comes from elsewhere. */
export const MS1060: Rule<EnvironmentFacts> = {
  code: 'MS1060',
  title: 'a change of configuration restarts no pod',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'Reported where `lifecycle.reportUnstatedConfiguration` asks for it: the pods read a ConfigMap or Secret that ' +
    'the program does not state. Pods restart when the program changes what they read. A change from elsewhere ' +
    'reaches mounted files late, and variables and files behind a `subPath` with the next start. See ' +
    'docs/configuration.md.',
  reads: 'workload, ConfigMaps and Secrets of the program',

  evaluate: ({ workload, reads: readsOf, annotations: annotationsOf }) => {
    if (!workload.settings.values.reportUnstatedConfiguration) return [];
    const annotations = annotationsOf();
    const reads = readsOf().filter(
      (read) =>
        workload.configuration(read.kind, read.name) === undefined && !restartsByReloader(annotations, read, {}),
    );
    const objects = new Map(reads.map((read) => [`${read.kind} ${read.name}`, read]));
    return [...objects].sort().map(([object, { kind, name }]) => ({
      message: `a change of ${object} restarts no pod`,
      given: `the program does not state it; it is read as ${[
        ...new Set(reads.filter((read) => read.kind === kind && read.name === name).map(({ at }) => at)),
      ].join(', ')}`,
      allowed: `a ${kind} of the program, or one that Reloader watches`,
      fix:
        'state it in the program; or let Reloader restart the pods, with ' +
        "metadata: { podAnnotations: { 'reloader.stakater.com/auto': 'true' } }; or state restartsPods: false for a " +
        'volume that the application reads again',
    }));
  },
};
