import { type Detail, holdsCredentials, holdsUser, MS1065, plainCredentials, type Rule } from '../../../errors';
import type { Workload } from '../../../program';
import { variablesOf } from './variables';

const IN_VARIABLE = 'put the password into a Secret, read it by envValues, and write $(NAME) in its place';

/** No variable, argument, file or address of a broker holds a password. */
export const MS1065_OF_WORKLOAD: Rule<Workload> = {
  ...MS1065,

  evaluate: (facts) => variables(facts).concat(commands(facts), files(facts), brokers(facts)),
};

function variables(facts: Workload): Detail[] {
  return variablesOf(facts).flatMap(({ container, variables: all }) =>
    all
      .filter(({ value }) => typeof value === 'string' && holdsCredentials(value))
      .map(({ name, value }) => plainCredentials(`variable ${name} of container ${container}`, value!, IN_VARIABLE)),
  );
}

function commands({ containers }: Workload): Detail[] {
  return containers.flatMap(({ name, command = [], args = [] }) =>
    command
      .concat(args)
      .filter(holdsCredentials)
      .map((text) => plainCredentials(`an argument of container ${name}`, text, IN_VARIABLE)),
  );
}

function files({ configFiles }: Workload): Detail[] {
  return configFiles.files.flatMap(({ container, path, text }) =>
    text === undefined || !holdsCredentials(text)
      ? []
      : [
          plainCredentials(
            `the file ${path} of container ${container}`,
            text,
            'put them into a Secret, and show it by Volume.secretNamed(), or read it by envValues',
          ),
        ],
  );
}

function brokers({ settings }: Workload): Detail[] {
  return settings.values.scaling.metrics.flatMap(({ _source: source, _backlog: backlog }) =>
    source === undefined || backlog === undefined
      ? []
      : source._addresses
          .filter(holdsUser)
          .map((address) =>
            plainCredentials(
              `the address of the broker of ${backlog.name}`,
              address,
              'leave user and password out, and state them as TriggerCredentials.secret(…)',
            ),
          ),
  );
}
