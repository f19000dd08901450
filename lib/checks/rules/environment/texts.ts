import { contentOf, entriesRead, type EnvironmentContainer, configurationReads } from '../../../emit/kubernetes';
import type { ConfigurationRead } from '../../../program';
import type { EnvironmentFacts } from './environment-facts';

/** A text of a container, and the field that holds it. */
export interface ContainerText {
  readonly container: string;
  /** Such as `variable CART_URL` or `args`. */
  readonly place: string;
  readonly text: string;
}

/** A variable of a container that `envFrom` makes of a key. */
export interface SourcedVariable {
  readonly name: string;
  readonly text: string;
}

/** Texts that Kubernetes expands before the container starts: literal variables, the command and its arguments. */
export function literalTexts(
  { name, env = [], command = [], args = [] }: EnvironmentContainer,
  concerns: (text: string) => boolean = () => true,
): ContainerText[] {
  return env
    .flatMap(({ name: variable, value }) =>
      typeof value === 'string' && concerns(value)
        ? [{ container: name, place: `variable ${variable}`, text: value }]
        : [],
    )
    .concat(textsOf(name, 'command', command.filter(concerns)), textsOf(name, 'args', args.filter(concerns)));
}

/** Texts of commands that probes run. */
export function probeTexts(container: EnvironmentContainer): ContainerText[] {
  return (['startup', 'readiness', 'liveness'] as const).flatMap((kind) =>
    textsOf(container.name, `${kind} probe`, container[`${kind}Probe`]?.exec?.command ?? []),
  );
}

/** Values of variables that the container takes from ConfigMaps and Secrets of the program. */
export function configuredTexts(facts: EnvironmentFacts, container: EnvironmentContainer): ContainerText[] {
  const fromKeys = configurationReads({ containers: [{ env: container.env ?? [] }] }).flatMap((read) =>
    (contentFor(facts, read) ?? []).map(({ text }) => ({
      container: container.name,
      place: `variable ${read.at}`,
      text,
    })),
  );
  const fromObjects = sourcedVariables(facts, container).known.map(({ name, text }) => ({
    container: container.name,
    place: `variable ${name}`,
    text,
  }));
  return fromKeys.concat(fromObjects);
}

/** Variables that `envFrom` makes; `complete` is false where the program does not state one of its objects. */
export function sourcedVariables(
  facts: EnvironmentFacts,
  { envFrom = [] }: EnvironmentContainer,
): { readonly known: SourcedVariable[]; readonly complete: boolean } {
  const known: SourcedVariable[] = [];
  let complete = true;
  for (const source of envFrom) {
    const prefix = typeof source['prefix'] === 'string' ? source['prefix'] : '';
    for (const read of configurationReads({ containers: [{ envFrom: [source] }] })) {
      const content = contentFor(facts, read);
      complete &&= content !== undefined;
      known.push(...(content ?? []).map(({ name, text }) => ({ name: prefix + name, text })));
    }
  }
  return { known, complete };
}

/** Keys of an object that are read, with their texts. Undefined where the program does not state it. */
function contentFor({ workload, rendering }: EnvironmentFacts, read: ConfigurationRead): SourcedVariable[] | undefined {
  const stated = workload.configuration(read.kind, read.name);
  const content = stated && contentOf(read, stated, rendering);
  return (
    content &&
    entriesRead(read, content).map(({ key, value }) => ({
      name: key,
      text: read.kind === 'Secret' ? Buffer.from(value, 'base64').toString() : value,
    }))
  );
}

function textsOf(container: string, place: string, texts: readonly string[]): ContainerText[] {
  return texts.flatMap((text) => (typeof text === 'string' ? [{ container, place, text }] : []));
}
