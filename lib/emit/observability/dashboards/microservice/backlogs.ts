import { DeploymentWorkload, backlogQuery } from '../../../../program';
import { grafanaText } from '../../../../values';
import type { Panel } from '../panel';

/** Length of backlogs. */
export function backlogs({ monitoring, backlogs: all }: DeploymentWorkload): Panel | undefined {
  return !monitoring.scrapes || all.length === 0
    ? undefined
    : {
        title: 'Backlogs',
        description: 'How much work waits for it, and how much may.',
        visualization: 'timeseries',
        unit: 'short',
        min: 0,
        queries: all.map((backlog) => ({
          expr: backlogQuery(backlog),
          legend: `${grafanaText(backlog.name)}, at most ${backlog.most}`,
        })),
      };
}
