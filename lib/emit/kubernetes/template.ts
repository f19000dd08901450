type Json = Record<string, any>;

/** Template of the pods of a workload object, below `jobTemplate` of a CronJob. Undefined where a patch removed it. */
export function templateIn({ spec }: Json): Json | undefined {
  const owner = (spec as Json | undefined)?.['jobTemplate']?.spec ?? spec;
  return (owner as Json | undefined)?.['template'] as Json | undefined;
}
