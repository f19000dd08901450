import { Urgency, backlogQuery } from '../../../program';
import { BACKLOG_MINUTES } from './defaults';
import { literal } from './routing';
import { minutes, StandardAlert } from './standard-alert';

/** More work waits than was stated: a worker that stands still has no requests that could fail. */
export const backlogTooLong: StandardAlert = {
  needs: 'a backlog',
  statements: ({ namespace, name, backlogs }) =>
    backlogs.map((backlog) => ({
      alert: 'MicroserviceBacklogTooLong',
      expr: `${backlogQuery(backlog)} > ${backlog.most}`,
      for: minutes(BACKLOG_MINUTES),
      urgency: Urgency.PAGE,
      labels: { backlog: literal(backlog.name) },
      summary: `Too much work of ${literal(backlog.name)} waits for ${name}`,
      description:
        `{{ $value }} wait in ${literal(backlog.name)} for ${namespace}/${name}, which is to have no ` +
        (`more than ${backlog.most} waiting. See whether its replicas run, what they log and how long one piece ` +
          'takes; run more replicas, or find out who sends more than before.'),
    })),
};
