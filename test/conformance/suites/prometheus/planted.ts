import * as path from 'node:path';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { Context, Findings } from '../../suite';
import { judgeRules, Question, QUESTIONS } from './judged';
import { PLANTED } from './planted-rules';
import { Rule, writeRuleFiles } from './rule-files';

/** A change of texts in the rules that were written by hand, and who has to find it. */
interface Defect {
  readonly name: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly finds: Question;
  /** The objective that it is about, where it is about one: others need not be judged again. */
  readonly objective?: string;
  readonly message: RegExp;
}

const OBJECT = 'PrometheusRule shop/checkout';
const AVAILABILITY = '\\{namespace="shop",microservice="checkout",objective="availability"\\}';
const GUARD = new RegExp(` and 30 \\* sum_over_time\\(objective:requests_bad:rate5m${AVAILABILITY}\\[1h\\]\\) >= 5`);

const DEFECTS: readonly Defect[] = [
  {
    name: 'a function that PromQL does not have',
    from: 'max_over_time(',
    to: 'most_over_time(',
    finds: 'check',
    message: /unknown function.*most_over_time/,
  },
  {
    name: 'two rules that record the same',
    from: /^objective:requests_good:rate5m$/,
    to: 'objective:requests_bad:rate5m',
    finds: 'check',
    message: /duplicate rule/,
  },
  {
    name: 'a wrong function',
    from: 'sum_over_time(objective:requests_bad',
    to: 'max_over_time(objective:requests_bad',
    finds: 'objectives',
    objective: 'availability',
    message: /alert over 1h fires when 1h are over/,
  },
  {
    name: 'a threshold ten times too high',
    from: /(ratio_rate1h\{[^}]*"availability"\}) > 0\.0144/,
    to: '$1 > 0.144',
    finds: 'objectives',
    objective: 'availability',
    message: /^objective availability: 1\.584 % of requests are bad: .* fires/,
  },
  {
    name: 'thresholds half as high',
    from: /> 0\.0144/,
    to: '> 0.0072',
    finds: 'objectives',
    objective: 'availability',
    message: /^objective availability: 1\.368 % of requests are bad: .* is silent/,
  },
  {
    name: 'an alert without a fewest number of failures',
    from: GUARD,
    to: '',
    finds: 'objectives',
    objective: 'availability',
    message: /^objective availability: 4 failures and no other request are too few/,
  },
  {
    name: 'an alert that looks at the series of another microservice',
    from: /(ratio_rate5m\{namespace="shop",microservice=")checkout("[^}]*\} > 0\.0144)/,
    to: '$1cart$2',
    finds: 'objectives',
    objective: 'availability',
    message: /^objective availability: .* fires/,
  },
  {
    name: 'requests as the callee counts them',
    from: 'istio_requests_total{reporter="source"',
    to: 'istio_requests_total{reporter="destination"',
    finds: 'objectives',
    objective: 'availability',
    message: /^objective availability: .* fires/,
  },
  {
    name: 'failures of gRPC that are not counted',
    from: 'grpc_response_status=~"2|',
    to: 'grpc_response_status=~"99|100" or up{x=~"',
    finds: 'objectives',
    objective: 'availability',
    message: /^objective availability: .* fires/,
  },
  {
    name: 'another bucket than the objective names',
    from: 'le=~"250(',
    to: 'le=~"2500(',
    finds: 'objectives',
    objective: 'latency-250ms',
    message: /^objective latency-250ms: .* fires/,
  },
  {
    name: 'a bucket in the notation of Prometheus 2 alone',
    from: 'le=~"250(\\\\.0)?"',
    to: 'le="250"',
    finds: 'objectives',
    objective: 'latency-250ms',
    message: /^objective latency-250ms: /,
  },
  {
    name: 'an alert on replicas that are ready',
    from: '== 0',
    to: '> 0',
    finds: 'alerts',
    message: /^MicroserviceNoReadyReplicas fires when none of two is ready/,
  },
  {
    name: 'an alert that takes the pods of another microservice for its own',
    from: /checkout-\[a-z0-9\]\+/,
    to: 'checkout-[-a-z0-9]+',
    finds: 'alerts',
    message: /^MicroserviceCrashLooping is silent when a neighbour crashes/,
  },
  {
    name: 'an alert of which nothing says when it has to fire',
    from: /^MicroserviceCrashLooping$/,
    to: 'MicroserviceUnheardOf',
    finds: 'alerts',
    message: /nothing says when MicroserviceUnheardOf has to fire/,
  },
];

/** Rules written by hand are right, and a defect in them is found. */
export async function judgePlantedRules(context: Context): Promise<void> {
  const judge = (name: string, manifest: KubernetesObject, question: Question): Promise<Findings> => {
    const folder = path.join(context.scratch, 'planted', name);
    const files = writeRuleFiles({ name, objects: [{ manifest, file: 'planted-rules.ts', line: 1 }] }, folder);
    return judgeRules(question, files, folder, { quick: true });
  };
  for (const question of Object.keys(QUESTIONS) as Question[])
    await context.judge('rules written by hand', QUESTIONS[question], () => judge(question, PLANTED, question));
  for (const [at, { name, from, to, finds, objective, message }] of DEFECTS.entries()) {
    await context.findsPlanted({ name, object: OBJECT, message }, () =>
      judge(`defect-${at + 1}`, only(objective, withText(PLANTED, from, to)), finds),
    );
  }
}

function only(objective: string | undefined, { spec: { groups }, ...manifest }: KubernetesObject): KubernetesObject {
  const kept = (rules: readonly Rule[]) =>
    rules.filter(({ labels }) => objective === undefined || labels?.objective === objective);
  return { ...manifest, spec: { groups: (groups as any[]).map((group) => ({ ...group, rules: kept(group.rules) })) } };
}

/**
 * The object with a text in place of another, wherever that stands.
 *
 * @throws Error where it stands nowhere: a defect that was not planted would be found by nobody
 */
export function withText(manifest: KubernetesObject, from: string | RegExp, to: string): KubernetesObject {
  const changed = JSON.parse(
    JSON.stringify(manifest, (_, value: unknown) =>
      typeof value === 'string' ? value.replaceAll(from instanceof RegExp ? new RegExp(from, 'g') : from, to) : value,
    ),
  ) as KubernetesObject;
  if (JSON.stringify(changed) === JSON.stringify(manifest))
    throw new Error(`the planted rules do not hold ${from.toString()}`);
  return changed;
}
