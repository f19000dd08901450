import { checkHalves, checkJob } from '../../checks';
import { check, eachApart } from '../../errors';
import type { JobScheduleFacts } from '../../values';
import { withoutFaulty } from '../tree/faulty-ends';
import type { AbstractJob } from './abstract-job';
import { environmentProblems } from './environment-problems';
import { halfFacts } from './half-facts';
import { jobDefinition, jobStatements } from './job-definition';
import { JobObjects } from './job-objects';
import type { JobProps } from './job-props';
import { homeOf, joinProgram } from './join-program';
import { workloadContext } from './workload-context';
import { keepState, noStatements } from './workload-state';

/** Declares the objects of a job; called once, by the constructor of its class. */
export function declareJob(job: AbstractJob, props: JobProps, schedule: JobScheduleFacts | undefined): void {
  const { name } = job;
  const context = workloadContext(job, name, 'job');
  const { platform } = context;
  const statements = noStatements();
  const definition = jobDefinition(name, props, schedule, context, statements);
  const { resolved, stated } = joinProgram(job, definition, jobStatements(definition, statements, platform));
  const objects = new JobObjects(homeOf(job), definition, resolved, platform);
  job.node.defaultChild = objects.workload;
  keepState(job, {
    platform,
    definition,
    statements,
    objects,
    stated,
    settings: definition.settings.all,
    ownership: () => [],
  });
  context.jobs.push({ workload: job, facts: resolved });
  check(job, () => {
    const facts = withoutFaulty(job, resolved());
    return [
      ...eachApart({ 'the job': () => checkJob(platform.mesh, facts) }),
      ...environmentProblems(job, facts),
      ...checkHalves(halfFacts(job, facts)),
    ];
  });
}
