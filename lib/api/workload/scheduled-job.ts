import type { Construct } from 'constructs';
import { judged } from '../../arguments';
import { jobScheduleFacts } from '../../values';
import { AbstractJob } from './abstract-job';
import { declareJob } from './job-declaration';
import type { ScheduledJobProps } from './job-props';

const SCHEDULED_JOB = Symbol.for('cdk8s-microservice.ScheduledJob');

/** Pods that run to their end at the times of a schedule. Its id is its name. */
export class ScheduledJob extends AbstractJob {
  /** Tells scheduled jobs from other values, those of another installed copy of the library included. */
  public static isScheduledJob(x: any): boolean {
    return x !== null && typeof x === 'object' && SCHEDULED_JOB in x;
  }

  public constructor(scope: Construct, id: string, props: ScheduledJobProps) {
    super(scope, id);
    Object.defineProperty(this, SCHEDULED_JOB, { value: true });
    const { schedule, timeZone, scheduling = {}, ...stated } = judged(this, 'ScheduledJob', props);
    declareJob(this, stated, jobScheduleFacts(schedule, timeZone, scheduling));
  }
}
