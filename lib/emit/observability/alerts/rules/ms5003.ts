import { type Rule, withoutCredentials } from '../../../../errors';
import { MS5003 } from '../../rules/ms5003';
import { holdsTemplate, isHttpUrl } from '../../../../values';
import type { AlertRouting } from '../routing';

/** Receivers can tell pages from tickets, and the address of runbooks is a URL of HTTP. */
export const MS5003_ROUTING: Rule<AlertRouting> = {
  ...MS5003,

  evaluate: ({ severities, runbookUrl }) => [
    ...Object.entries(severities)
      .filter(([, severity]) => severity === '' || holdsTemplate(severity))
      .map(([urgency, severity]) => ({
        message: `the severity of a ${urgency} is invalid`,
        given: `it was '${severity}'`,
        allowed: 'a text that is not empty, without {{',
        fix: 'state it as receivers are told by it',
      })),
    ...(severities.page === severities.ticket
      ? [
          {
            message: 'alerts of both urgencies have one severity',
            given: `it was ${severities.page}`,
            allowed: 'two severities',
            fix: 'state which of them pages a person',
          },
        ]
      : []),
    ...(runbookUrl === undefined || isHttpUrl(runbookUrl)
      ? []
      : [
          {
            message: 'the address of runbooks is invalid',
            given: `it was '${withoutCredentials(runbookUrl)}'`,
            allowed: 'an address of HTTP or HTTPS without {{, which the name of an alert is appended to',
            fix: "state it as in 'https://runbooks.example.com/'",
          },
        ]),
  ],
};
