import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import type { LocatedObject, System } from '../../manifests';
import { longestStart } from './longest-start';

/** A rule of Prometheus: one that records, or one that alerts. */
export interface Rule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Rules that are evaluated one after another, in a file of their own. */
export interface RuleFile {
  /** The object that holds the group. */
  readonly object: LocatedObject;
  readonly system: string;
  readonly group: { readonly name: string; readonly interval?: string; readonly rules: readonly Rule[] };
  readonly path: string;
  /** Longest start of the workload that the group is about, in seconds, where its manifest is there. */
  readonly startSeconds?: number;
}

const RULE_KEY = '.rules.yaml';

/** Writes every group of rules in a system into a file, as Prometheus reads it. */
export function writeRuleFiles(
  { name: system, objects }: Pick<System, 'name' | 'objects'>,
  folder: string,
): RuleFile[] {
  fs.mkdirSync(folder, { recursive: true });
  return objects
    .flatMap((object) => groupsOf(object).map((group) => ({ object, system, group })))
    .map((each, at) => {
      const file = path.join(folder, `${system.replaceAll('/', '.')}-${at + 1}.rules.yaml`);
      // JSON is YAML.
      fs.writeFileSync(file, JSON.stringify({ groups: [each.group] }, undefined, 2));
      const workload = workloadOf(each.group, objects);
      return { ...each, path: file, ...(workload && { startSeconds: longestStart(workload.manifest) }) };
    });
}

/** Groups are named after namespace and workload. */
function workloadOf({ name: group }: RuleFile['group'], objects: readonly LocatedObject[]): LocatedObject | undefined {
  const [namespace, name] = group.split('/');
  return objects.find(
    ({ manifest: { kind, metadata } }) =>
      (kind === 'Deployment' || kind === 'Rollout') && metadata.name === name && metadata.namespace === namespace,
  );
}

/** The groups in a PrometheusRule, and in a ConfigMap that holds files of rules. */
function groupsOf({ manifest: { apiVersion, kind, spec, data = {} } }: LocatedObject): RuleFile['group'][] {
  if (kind === 'PrometheusRule' && apiVersion === 'monitoring.coreos.com/v1') return spec.groups ?? [];
  if (kind !== 'ConfigMap') return [];
  return Object.keys(data)
    .filter((key) => key.endsWith(RULE_KEY))
    .flatMap((key) => parse(data[key]).groups ?? []);
}
