import { KubernetesObject, titleOf } from '../../cluster/kubernetes-object';
import { ConformanceError } from '../../errors';
import type { Context, Findings } from '../../suite';
import { agreement } from './agreement';
import { judgeAttempts } from './attempts';
import { judgeDeclared, judgeScopes } from './declared';
import type { Probe } from './probes';
import type { RunningSystems } from './running';
import { Reached, send } from './send';

/** Tests that faults of the library and faults of the simulator are found. */
export async function judgePlanted(
  { findsPlanted }: Context,
  running: RunningSystems,
  probes: readonly Probe[],
  reached: readonly Reached[],
): Promise<void> {
  const { stated, refused, tried, unknown } = askedAbout(probes);
  const under = (applied: readonly KubernetesObject[], asked: Probe, judge: (reached: Reached[]) => Findings) =>
    running.under({ applied }, async () => judge(await send(running, [asked])));

  const lost = without(policyOf(running, stated), stated);
  await findsPlanted(
    { name: 'a call that no policy names', object: titleOf(lost), message: /ends with .*, and is stated/ },
    () => under([lost], stated, (each) => judgeDeclared(running, each)),
  );
  const wide = withAnyMethod(policyOf(running, refused), refused);
  await findsPlanted(
    { name: 'a policy for any method', object: titleOf(wide), message: /it arrives, and is not stated/ },
    () => under([wide], refused, (each) => judgeDeclared(running, each)),
  );
  await findsPlanted(
    {
      name: 'a simulator that knows a wider policy',
      object: titleOf(wide),
      message: /simulator says yes, and it ends/,
    },
    () =>
      Promise.resolve(
        agreement(
          running,
          replaced(running, wide),
          reached.filter(({ probe }) => probe === refused),
        ),
      ),
  );
  await findsPlanted(
    {
      name: 'a scope that is gone, where nobody is authorized',
      object: `Sidecar ${unknown.from}`,
      message: /it arrives, and is not stated/,
    },
    () =>
      running.under(
        {
          removed: running
            .manifests()
            .filter((each) => each.kind === 'AuthorizationPolicy' || titleOf(each) === `Sidecar ${unknown.from}`),
        },
        async () => judgeScopes(running, await send(running, [unknown])),
      ),
  );
  const routes = running.located('VirtualService', workloadOf(tried))!.manifest;
  await findsPlanted(
    {
      name: 'routes that try once',
      object: titleOf(routes),
      message: /it is stated that it is tried .* and it is 1 times/,
    },
    () => running.under({ applied: [tryingOnce(routes)] }, () => judgeAttempts(running, [tried])),
  );
  await findsPlanted(
    {
      name: 'routes that the simulator does not know',
      object: titleOf(routes),
      message: /simulator says that an attempt may take .*, and the proxy gave/,
    },
    () => under([tryingOnce(routes)], tried, (each) => agreement(running, running.manifests(), each)),
  );
}

/** Requests that planted faults are shown by: of a stated call, beside a limited one, with retries, out of scope. */
export function askedAbout(
  probes: readonly Probe[],
): Readonly<Record<'stated' | 'refused' | 'tried' | 'unknown', Probe>> {
  const inMesh = (probe: Probe) => probe.to.kind === 'service';
  return {
    stated: one(probes, 'a stated call', (probe) => inMesh(probe) && probe.policy !== undefined),
    refused: one(
      probes,
      'a call that is limited by methods',
      (probe) =>
        inMesh(probe) &&
        probe.protocol === 'http' &&
        probe.declared === false &&
        probes.some((other) => isBeside(other, probe) && other.declared && other.asked.path === probe.asked.path),
    ),
    tried: one(
      probes,
      'a call that is tried again',
      (probe) => inMesh(probe) && (probe.policy?.attempts ?? 0) > 0 && probe.protocol === 'http',
    ),
    unknown: one(probes, 'a callee that is not called', (probe) => inMesh(probe) && probe.known === false),
  };
}

function one(probes: readonly Probe[], what: string, fits: (probe: Probe) => boolean): Probe {
  const found = probes.find(fits);
  if (found === undefined) throw new ConformanceError(`no system that was drawn has ${what}`, 'take another --seed');
  return found;
}

/** Tells if two requests have the same caller and the same port of the same callee. */
function isBeside(a: Probe, b: Probe): boolean {
  return a.from === b.from && a.port === b.port && a.to.kind === 'service' && workloadOf(a) === workloadOf(b);
}

function workloadOf({ to }: Probe): string {
  if (to.kind === 'external') throw new ConformanceError(`${to.host} is no workload`);
  return to.workload;
}

function policyOf(running: RunningSystems, probe: Probe): KubernetesObject {
  return running.located('AuthorizationPolicy', workloadOf(probe))!.manifest;
}

/** A policy without the rules of one caller. */
function without(policy: KubernetesObject, { from }: Probe): KubernetesObject {
  const isOf = (rule: any) => JSON.stringify(rule.from ?? []).includes(`"${from}"`);
  return withRules(policy, (rules) => rules.filter((rule) => !isOf(rule)));
}

/** A policy that ignores the methods of one caller's requests. */
function withAnyMethod(policy: KubernetesObject, { from }: Probe): KubernetesObject {
  return withRules(policy, (rules) =>
    rules.map((rule) =>
      JSON.stringify(rule.from ?? []).includes(`"${from}"`)
        ? { ...rule, to: rule.to.map(({ operation: { methods: _, ...operation } }: any) => ({ operation })) }
        : rule,
    ),
  );
}

function withRules(policy: KubernetesObject, change: (rules: any[]) => any[]): KubernetesObject {
  return { ...policy, spec: { ...policy.spec, rules: change(policy.spec.rules ?? []) } };
}

/** Routes without retries and timeouts. */
function tryingOnce(routes: KubernetesObject): KubernetesObject {
  const http = (routes.spec.http as any[]).map(({ timeout: _, ...route }) => ({ ...route, retries: { attempts: 0 } }));
  return { ...routes, spec: { ...routes.spec, http } };
}

function replaced(running: RunningSystems, by: KubernetesObject): KubernetesObject[] {
  return running.manifests().map((each) => (titleOf(each) === titleOf(by) ? by : each));
}
