import { Rule, Severity } from '../../../../errors';
import {
  unstatedPolicy,
  describedPolicy,
  DeploymentWorkload,
  exposedEdges,
  isByMesh,
  mergedPolicy,
  Reach,
  unique,
} from '../../../../program';

/** All callers have one policy, since the routes of Flagger tell no caller from another. */
export const MS6141: Rule<DeploymentWorkload> = {
  code: 'MS6141',
  title: 'callers share one policy',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'Flagger makes the routes of the microservices that it brings out, and these are the same for all ' +
    'callers: the longest timeout that is stated, and the fewest retries. State the same for all calls, or ' +
    'acknowledge it.',
  reads: 'callers and exposures of the microservice, mesh',

  evaluate: (facts) => {
    const { inbound, settings, delivery } = facts;
    if (!delivery.ownsRoutes) return [];
    const others = unstatedPolicy(settings.values.longestRequest);
    const calls = inbound
      .filter((call) => call.requests !== undefined && call.reach !== Reach.CLUSTER)
      .map((call) => ({ caller: call.caller.name, policy: call.policy }));
    const gateway = isByMesh(facts) ? exposedEdges(facts).map(({ policy }) => ({ caller: 'the gateway', policy })) : [];
    const all = [...calls, ...gateway];
    const texts = unique(all.map(({ caller, policy }) => `${caller}: ${describedPolicy(policy)}`));
    const policies = all.map(({ policy }) => policy);
    return new Set(policies.map(describedPolicy)).size < 2
      ? []
      : [
          {
            message: 'all callers are given one timeout and one number of retries',
            given: `${texts.join('; ')}: all of them get ${describedPolicy(mergedPolicy(policies, others))}`,
            fix: 'state the same for all calls, or acknowledge it: the longest timeout and the fewest retries hold',
          },
        ];
  },
};
