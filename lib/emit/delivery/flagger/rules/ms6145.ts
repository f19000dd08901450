import { Rule, Severity } from '../../../../errors';
import { judgedObjectives, DeploymentWorkload } from '../../../../program';
import { RolloutKind } from '../../../../values';
import { analysedObjectives } from '../analysis';

/** Flagger can measure the objectives of a new version. */
export const MS6145: Rule<DeploymentWorkload> = {
  code: 'MS6145',
  title: 'Flagger cannot measure a new version',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    "A canary is judged by the requests to the new version that callers' proxies count. That takes a mesh, " +
    'callers in it or a gateway, and monitoring whose address the platform states; or state `analysis: false` ' +
    'where somebody watches.',
  reads: 'objectives and callers of the microservice, monitoring, mesh',

  evaluate: (facts) => {
    const { _kind: kind, analysis } = facts.settings.values.rollout;
    const judges = kind === RolloutKind.CANARY && analysis === true && judgedObjectives(facts).length > 0;
    const given = facts.delivery.ownsRoutes && judges ? obstacle(facts) : undefined;
    return given === undefined
      ? []
      : [
          {
            message: 'Flagger cannot measure a new version',
            given,
            allowed: 'objectives that the mesh measures, and monitoring with its address',
            fix: 'state the address where the monitoring is made, and objectives of the mesh; or analysis: false',
          },
        ];
  },
};

function obstacle(facts: DeploymentWorkload): string | undefined {
  const { monitoring, mesh } = facts;
  if (!monitoring.scrapes) return `the platform has ${monitoring.name}`;
  if (monitoring.address === undefined) return `the address of ${monitoring.name} is not stated`;
  if ((mesh.series?.candidate ?? []).length === 0) return 'nobody in the mesh calls it, and no gateway exposes it';
  return analysedObjectives(facts).length === 0
    ? 'its objectives are measured by the application, whose series do not tell versions apart'
    : undefined;
}
