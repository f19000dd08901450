import type { Construct } from 'constructs';
import { judged } from '../../arguments';
import { AbstractJob } from './abstract-job';
import { declareJob } from './job-declaration';
import type { JobProps } from './job-props';

const JOB = Symbol.for('cdk8s-microservice.Job');

/** Pods that run to their end, once. Its id is its name. */
export class Job extends AbstractJob {
  /** Tells jobs from other values, those of another installed copy of the library included. */
  public static isJob(x: any): boolean {
    return x !== null && typeof x === 'object' && JOB in x;
  }

  public constructor(scope: Construct, id: string, props: JobProps) {
    super(scope, id);
    Object.defineProperty(this, JOB, { value: true });
    declareJob(this, judged(this, 'Job', props), undefined);
  }
}
