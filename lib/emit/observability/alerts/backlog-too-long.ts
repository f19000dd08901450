import { Urgency, backlogQuery, startOf } from '../../../program';
import { goTemplateText } from '../../../values';
import { BACKLOG_MINUTES, beyondStart } from './defaults';
import { minutes, StandardAlert } from './standard-alert';

/** More work waits than was stated: a worker that stands still has no requests that could fail. */
export const backlogTooLong: StandardAlert = {
  needs: 'a backlog',
  statements: (facts) =>
    facts.backlogs.map((backlog) => ({
      alert: 'MicroserviceBacklogTooLong',
      expr: `${backlogQuery(backlog)} > ${backlog.most}`,
      for: minutes(beyondStart(startOf(facts).outage, BACKLOG_MINUTES)),
      urgency: Urgency.PAGE,
      labels: { backlog: goTemplateText(backlog.name) },
      summary: `Too much work of ${goTemplateText(backlog.name)} waits for ${facts.name}`,
      description:
        `{{ $value }} wait in ${goTemplateText(backlog.name)} for ${facts.namespace}/${facts.name}, which is to have ` +
        (`no more than ${backlog.most} waiting. See whether its replicas run, what they log and how long one piece ` +
          'takes; run more replicas, or find out who sends more than before.'),
    })),
};
