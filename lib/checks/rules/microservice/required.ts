import { MS1027 } from '../../../emit/kubernetes';
import { MicroserviceFacts } from '../../../program';
import { describe } from '../../../values';
import type { Rule } from '../../rule';

/** Nothing changes what the platform requires; what a stack states is reported at the stack. */
export const required: Rule<MicroserviceFacts> = ({ name, settings }) =>
  settings.conflicts
    .filter(({ origin }) => origin === `microservice ${name}` || origin === `function ${name}`)
    .map(({ name: setting, stated, required: value }) => ({
      definition: MS1027,
      message: `the platform requires ${setting} to be ${describe(value)}`,
      given: `${setting} was ${describe(stated)}`,
      allowed: describe(value),
      fix: 'leave it out, or have the platform require less',
    }));
