import { objectLabels } from '../../../emit/kubernetes';
import { Rule, Severity } from '../../../errors';
import { DeploymentWorkload, isCollector } from '../../../program';

/** Labels by which Kubernetes tells workloads apart; pods of some versions carry others than the microservice. */
const SELECTING = ['app.kubernetes.io/name', 'app.kubernetes.io/instance'];

/** The labels of a platform's collector are those of the microservice that is it. */
export const MS1043: Rule<DeploymentWorkload> = {
  code: 'MS1043',
  title: 'the labels of the collector of spans are not those of its pods',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The network policies of all microservices let spans out to the pods that the tracing of the platform names by ' +
    'labels. Where the collector is a microservice, these are labels that its pods carry. Acknowledge the finding ' +
    'where a patch gives the pods such labels.',
  reads: 'labels of the microservice, tracing of the platform',

  evaluate: (facts) => {
    if (facts.tracing === undefined || !isCollector(facts)) return [];
    const carried = labelsOfPods(facts);
    const missing = Object.entries(facts.tracing.collector.labels).filter(([key, value]) => carried[key] !== value);
    return missing.length === 0
      ? []
      : [
          {
            message: `spans do not get to the pods of ${facts.name}`,
            given: `labels of the collector were ${missing.map(written).join(', ')}, which its pods do not carry`,
            allowed: Object.entries(carried).map(written).join(', '),
            fix: `state labels: { ${Object.entries(facts.podSelector)
              .map(([key, value]) => `'${key}': '${value}'`)
              .join(', ')} } of the collector`,
          },
        ];
  },
};

/** Labels of the pods of all versions, but for those that change with the image. */
function labelsOfPods(facts: DeploymentWorkload): Readonly<Record<string, string>> {
  const { mesh, telemetry, podSelector } = facts;
  const ofObjects = Object.entries(objectLabels(facts)).filter(([key]) => !SELECTING.includes(key));
  return { ...mesh.podLabels, ...telemetry.podLabels, ...Object.fromEntries(ofObjects), ...podSelector };
}

function written([key, value]: readonly [string, string]): string {
  return `${key}=${value}`;
}
