import type { EnvironmentContainer } from '../../../emit/kubernetes';
import { type Detail, Rule, Severity, shortLists } from '../../../errors';
import { unique, WorkloadKind } from '../../../program';
import { circularReferences, holdsReference, referencesIn } from '../../../values';
import { isVariableName } from '../microservice/variables';
import type { EnvironmentFacts } from './environment-facts';
import { type ContainerText, literalTexts, probeTexts, sourcedVariables } from './texts';

/** A reference to a variable that is not there. */
export const MS1062: Rule<EnvironmentFacts> = {
  code: 'MS1062',
  title: 'a reference to a variable that is not there',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Kubernetes replaces `$(NAME)` in variables, commands and arguments by variables of the same container, of ' +
    '`env`, `envFrom` and addresses of callees, and leaves it as it stands where there is none: variables of the ' +
    'image do not count. Commands of probes see those of `env` with a literal value alone. `$$(NAME)` stands for the ' +
    'text `$(NAME)`. Nothing is said where `envFrom` names an object that the program does not state, nor about ' +
    'names with lower-case letters that a shell may replace.',
  reads: 'workload, ConfigMaps and Secrets of the program',

  evaluate: (facts) => facts.containers.flatMap((container) => detailsOf(facts, container)),
};

function detailsOf(facts: EnvironmentFacts, container: EnvironmentContainer): Detail[] {
  const refers = literalTexts(container, holdsReference).concat(probeTexts(container));
  if (!refers.some(({ text }) => holdsReference(text))) return [];
  const { env = [] } = container;
  const { known, complete } = sourcedVariables(facts, container);
  const sourced = new Set(known.map(({ name }) => name));
  const circles = new Set(circularReferences(env).flat());
  const position = new Map(env.map(({ name }, at) => [name, at]));
  const ofRuntime = facts.workload.kind === WorkloadKind.FUNCTION ? facts.workload.runtimeVariables : [];
  const listed = shortLists(env.map(({ name }) => name));
  const isGiven = (name: string) => sourced.has(name) || !complete || /^KUBERNETES_(?:SERVICE|PORT)/.test(name);

  const ofVariables = env.flatMap(({ name: variable, value = '' }, at) =>
    referencesOf(value)
      .filter((name) => !isGiven(name) && !(circles.has(variable) && circles.has(name)))
      .filter((name) => (position.get(name) ?? Infinity) > at)
      .map((name) =>
        missing(
          { container: container.name, place: `variable ${variable}`, text: value },
          name,
          position.has(name),
          () => listed(variable),
        ),
      ),
  );
  const ofCommands = literalTexts({ ...container, env: [] }).flatMap((text) =>
    referencesOf(text.text)
      .filter((name) => !isGiven(name) && !position.has(name) && !ofRuntime.includes(name))
      .filter((name) => !isForShell(name, container))
      .map((name) => missing(text, name, false, listed)),
  );
  // The kubelet knows no value but the literal ones when it runs a probe.
  const literal = new Set(env.flatMap(({ name, valueFrom }) => (valueFrom === undefined ? [name] : [])));
  const literalListed = shortLists([...literal]);
  const ofProbes = probeTexts(container).flatMap((text) =>
    referencesOf(text.text)
      .filter((name) => !literal.has(name) && name === name.toUpperCase())
      .map((name) => missing(text, name, false, literalListed)),
  );
  return [...ofVariables, ...ofCommands, ...ofProbes];
}

/** Names that stand for variables; the text of a shell, such as `$(cat /etc/host)`, is no name. */
function referencesOf(text: string): string[] {
  return unique(referencesIn(text).filter(isVariableName));
}

/** Programs have lower-case names, and a shell, or an image whose entry point is one, replaces them by their output. */
function isForShell(name: string, { command = [], args = [] }: EnvironmentContainer): boolean {
  const mayBeShell =
    command.length === 0 || [...command, ...args].some((part) => /^(?:\S*\/)?(?:ba|da|a|z|k)?sh$/.test(part));
  return mayBeShell && name !== name.toUpperCase();
}

function missing({ container, place }: ContainerText, name: string, isLater: boolean, listed: () => string): Detail {
  const others = listed();
  return {
    message: `$(${name}) stays as it is written`,
    given: `${place} of container ${container} refers to ${name}, ${
      isLater ? 'which stands behind it' : 'which is no variable of the container'
    }`,
    allowed: others === '' ? 'variables of the container, which has no other' : others,
    fix: `state ${name} among the variables of the container, or write $$(${name}) for the text itself`,
  };
}
