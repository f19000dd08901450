import { Chart } from 'cdk8s';
import { checkHalves, checkJob } from '../../checks';
import { check, eachApart, keepSecrets } from '../../errors';
import type { JobScheduleFacts } from '../../values';
import { withoutFaulty } from '../tree/faulty-ends';
import { ProgramSource } from '../tree/program-source';
import { WORKLOADS } from '../tree/registry';
import { chartOf } from '../tree/scopes';
import type { AbstractJob } from './abstract-job';
import { environmentProblems } from './environment-problems';
import { halfFacts } from './half-facts';
import { jobDefinition, jobStatements } from './job-definition';
import { JobObjects } from './job-objects';
import type { JobProps } from './job-props';
import { workloadContext } from './workload-context';
import { keepState, noStatements } from './workload-state';

/** Declares the objects of a job; called once, by the constructor of its class. */
export function declareJob(job: AbstractJob, props: JobProps, schedule: JobScheduleFacts | undefined): void {
  const { name } = job;
  const context = workloadContext(job, name, 'job');
  const { platform } = context;
  const statements = noStatements();
  const definition = jobDefinition(name, props, schedule, context, statements);
  for (const { variables } of definition.containers) keepSecrets(job, variables);
  const source = ProgramSource.of(job);
  source.add(jobStatements(definition, statements, platform));
  const resolved = () => source.program.workload(definition);
  const home = chartOf(job.node.scope!) === undefined ? new Chart(job, 'detached') : job;
  const objects = new JobObjects(home, definition, resolved, platform);
  job.node.defaultChild = objects.workload;
  keepState(job, {
    platform,
    definition,
    statements,
    objects,
    stated: () => source.stated(),
    settings: definition.settings.all,
    ownership: () => [],
  });
  context.jobs.push({ workload: job, facts: resolved });
  WORKLOADS.add(job, definition.endpoint.id, job);
  check(job, () => {
    const facts = withoutFaulty(job, resolved());
    return [
      ...eachApart({ 'the job': () => checkJob(platform.mesh, facts) }),
      ...environmentProblems(job, facts),
      ...checkHalves(halfFacts(job, facts)),
    ];
  });
}
