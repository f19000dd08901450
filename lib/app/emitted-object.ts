import { IConstruct } from 'constructs';
import { emitYaml } from './emit-yaml';

/** An object as text. The object itself is let go: to keep thousands of them costs more than to render them. */
export interface EmittedObject {
  readonly text: string;
  readonly identity: Identity;
  /** Where a finding about it stands. */
  readonly construct: IConstruct;
}

/** What tells objects apart, as far as it was given. */
export interface Identity {
  /** Group of the API; empty for the core. */
  readonly group: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** Writes an object; throws where YAML has no form for one of its values. */
export function emitObject(json: unknown, construct: IConstruct): EmittedObject {
  return { text: emitYaml(json), identity: identityOf(json), construct };
}

function identityOf(json: unknown): Identity {
  const { apiVersion, kind, metadata } = json as {
    apiVersion?: unknown;
    kind?: unknown;
    metadata?: { name?: unknown; namespace?: unknown };
  };
  const version = String(apiVersion).split('/');
  return {
    group: version.length > 1 ? version[0]! : '',
    ...text('kind', kind),
    ...text('namespace', metadata?.namespace),
    ...text('name', metadata?.name),
  };
}

function text(field: string, value: unknown): Record<string, string> {
  return typeof value === 'string' ? { [field]: value } : {};
}
