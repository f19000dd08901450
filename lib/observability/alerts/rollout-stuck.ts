import { lifecycle, Urgency } from '../../model';
import { selector, series } from '../promql';
import { ROLLOUT_MINUTES } from './defaults';
import { minutes, StandardAlert } from './standard-alert';

/** A rollout that does not go on: the old version serves meanwhile, and who rolled out believes that it is gone. */
export const rolloutStuck: StandardAlert = {
  statements: ({ namespace, name, settings, ports }) => {
    const { progressDeadline } = lifecycle({ ...settings.values, serves: ports.length > 0 });
    const max = (metric: string, labels: Readonly<Record<string, string>> = {}) => `max(${selector(series(metric, { namespace, deployment: name, ...labels }))})`;
    return [{
      alert: 'MicroserviceRolloutStuck',
      expr: `${max('kube_deployment_status_condition', { condition: 'Progressing', status: 'false' })} > 0 and ${max('kube_deployment_spec_replicas')} > 0`,
      for: minutes(ROLLOUT_MINUTES),
      urgency: Urgency.TICKET,
      summary: `The rollout of ${name} does not go on`,
      description: `No pod of the new version of ${namespace}/${name} became ready for ${progressDeadline} s, so that the old version still serves. Look at the newest pods with \`kubectl describe pod\` and \`kubectl logs\`; mend the version and roll out again, or undo with \`kubectl rollout undo\`.`,
    }];
  },
};
