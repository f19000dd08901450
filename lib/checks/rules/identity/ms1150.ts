import { type Rule, Severity } from '../../../errors';
import type { Named, Workload } from '../../../program';

/** A workload takes over names or labels that are others than its own. */
export const MS1150: Rule<Workload> = {
  code: 'MS1150',
  title: 'a workload takes over other names or labels than its own',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'A workload that is moved keeps the selector, the Service and the container that it had. Everything that is ' +
    'made for it follows: Services, policies, budgets, routes, monitors, alerts and dashboards. What people and ' +
    'other tools look for by the name of the workload is found under the adopted names alone. Acknowledge it ' +
    'with the reason, or leave `metadata.adopts` out once the workload may be made anew.',
  reads: 'metadata.adopts',

  evaluate: ({ adopts, name }) => {
    const lost = losses({ name, ...(adopts && { adopts }) });
    return lost.length === 0
      ? []
      : [
          {
            message: `${name} takes over names that are others than its own`,
            given: lost.join('; '),
            allowed: 'names and labels that follow from the workload',
            fix: 'acknowledge it, or leave metadata.adopts out for a workload that may be made anew',
          },
        ];
  },
};

function losses({ name, adopts = {} }: Named): string[] {
  const { selector, service, headlessService, container } = adopts;
  const labels = Object.entries(selector ?? {})
    .sort()
    .map(([key, value]) => `${key}=${value}`);
  return [
    ...(labels.length > 0
      ? [`any pod of the namespace with ${labels.join(' and ')} gets its requests, and falls under its policies`]
      : []),
    ...(service !== undefined && service !== name
      ? [`callers, and metrics of requests, know it as ${service}: nothing answers under the host ${name}`]
      : []),
    ...(headlessService !== undefined ? [`its replicas have their addresses under ${headlessService}`] : []),
    ...(container !== undefined && container !== name
      ? [`logs, and metrics of containers, know its main container as ${container}`]
      : []),
  ];
}
