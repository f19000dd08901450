import { IConstruct } from 'constructs';
import { finding, type Finding } from '../errors';
import { isClusterScoped } from './cluster-scoped';
import { emitData, emitYaml } from './emit-yaml';
import { credentialFindings } from './object-credentials';
import { objectProblems } from './object-limits';

/** An object as text. The object itself is let go: to keep thousands of them costs more than to render them. */
export interface EmittedObject {
  readonly text: string;
  readonly identity: Identity;
  /** Construct path for findings about the object. */
  readonly construct: IConstruct;
  /** Findings about the content as it was rendered. */
  readonly findings: readonly Finding[];
}

/** Identity of an object in the cluster, as far as it is given. */
export interface Identity {
  /** API group, empty for the core group. */
  readonly group: string;
  readonly kind?: string;
  /** Undefined for a kind of the whole cluster, also where the object states one, as cdk8s does for its chart's. */
  readonly namespace?: string;
  readonly name?: string;
}

/** Formats an object as YAML, from JSON or from data whose keys are not in order. Throws if a value has no form. */
export function emitObject(json: unknown, construct: IConstruct, from: 'json' | 'data' = 'json'): EmittedObject {
  const text = from === 'data' ? emitData(json as object) : emitYaml(json);
  const findings = [
    ...objectProblems(json, text).map((problem) => finding(construct, problem)),
    ...credentialFindings(json, text, construct),
  ];
  return { text, identity: identityOf(json), construct, findings };
}

function identityOf(json: unknown): Identity {
  const { apiVersion, kind, metadata } = json as {
    apiVersion?: unknown;
    kind?: unknown;
    metadata?: { name?: unknown; namespace?: unknown };
  };
  const version = String(apiVersion);
  const group = version.slice(0, Math.max(0, version.indexOf('/')));
  return {
    group,
    ...text('kind', kind),
    ...(!isClusterScoped(group, kind) && text('namespace', metadata?.namespace)),
    ...text('name', metadata?.name),
  };
}

function text(field: string, value: unknown): Record<string, string> {
  return typeof value === 'string' ? { [field]: value } : {};
}
