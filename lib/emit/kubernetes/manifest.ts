import { ApiObject, JsonPatch, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { check, checkRendered, MS0005, MS0006, Problem } from '../../errors';
import type { FieldOwner } from '../../program';
import { settingName } from '../../values';
import { mergePatch } from './merge-patch';
import { changedSettings, SettingPath } from './protected-fields';
import { MS1027, MS6010 } from './rules';

/** Content of an object. Every field except these is read when the object is rendered. */
export interface ManifestProps {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  /** True when the object has no namespace although its chart has one. */
  readonly clusterWide?: boolean;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  /** Settings that the platform requires: neither patches nor metadata can change their fields. */
  readonly required?: readonly SettingPath[];
  /** Fields with another owner: that owner and a patch would overwrite each other. */
  readonly owned?: () => readonly Pick<FieldOwner, 'path' | 'owner'>[];
  /** Top-level fields beside metadata, such as `spec`: pure functions of the model. */
  readonly fields: Readonly<Record<string, () => unknown>>;
}

type Json = Record<string, unknown>;

/** One change of the final object, as it was stated. */
export interface Patch {
  readonly text: string;
  /** It asserts something and is not meant to change anything. */
  readonly guards: boolean;
  /** May change its argument. */
  readonly apply: (object: Json) => Json;
}

/**
 * A Kubernetes object whose content is rendered from the model, and whose patches are applied last and checked for
 * effect.
 */
export class Manifest extends ApiObject {
  private readonly required: readonly SettingPath[];
  private readonly owned: NonNullable<ManifestProps['owned']>;
  private readonly finalPatches: Patch[] = [];
  private problems: readonly Problem[] = [];

  public constructor(scope: Construct, id: string, props: ManifestProps) {
    const { apiVersion, kind, name, labels, annotations, fields } = props;
    // Only a value that resolves to nothing keeps the chart's namespace out.
    const namespace = props.clusterWide ? (Lazy.any({ produce: () => undefined }) as string) : props.namespace;
    super(scope, id, {
      apiVersion,
      kind,
      metadata: {
        name,
        ...(namespace && { namespace }),
        ...(labels && { labels: { ...labels } }),
        ...(annotations && { annotations: { ...annotations } }),
      },
      ...Object.fromEntries(Object.entries(fields).map(([field, produce]) => [field, Lazy.any({ produce })])),
    });
    this.required = props.required ?? [];
    this.owned = props.owned ?? (() => []);
    this.checkRequiredMetadata(annotations ?? {});
  }

  public override addJsonPatch(...ops: JsonPatch[]): void {
    for (const op of ops) {
      const operation = (op as unknown as { _toJson(): { op: string; path: string } })._toJson();
      this.addPatch({
        text: JSON.stringify(operation),
        guards: operation.op === 'test',
        apply: (object) => {
          if (operation.op === 'replace' && !resolves(object, operation.path))
            throw new Error(`there is no ${operation.path}`);
          return JsonPatch.apply(object, op) as Json;
        },
      });
    }
  }

  /**
   * Merges fields into the final object: maps by key, lists of Kubernetes by their own keys (`name`, `containerPort`,
   * `mountPath`, …). Null removes a field.
   */
  public addMergePatch(patch: Json): void {
    this.addPatch({ text: JSON.stringify(patch), guards: false, apply: (object) => mergePatch(object, patch) as Json });
  }

  public override toJson(): Json {
    const problems: Problem[] = [];
    let object = super.toJson() as Json;
    for (const patch of this.finalPatches) {
      const given = `the patch was ${patch.text}`;
      const before = JSON.stringify(object);
      try {
        const patched = patch.apply(JSON.parse(before) as Json);
        if (!patch.guards && JSON.stringify(patched) === before) {
          problems.push({
            definition: MS0005,
            message: `a patch of ${this.kind} ${this.name} changes nothing`,
            given,
            fix: 'remove it, or name a field of the object: `kubectl explain` lists them',
          });
        }
        for (const path of changedSettings(this.required, object, patched)) {
          const setting = settingName(path.join('.'));
          problems.push({
            definition: MS1027,
            message: `a patch of ${this.kind} ${this.name} changes a value that the platform requires (${setting})`,
            given,
            allowed: `patches of other fields than ${setting} decides`,
            fix: 'leave it out, or have the platform require less',
          });
        }
        for (const { path, owner } of this.owned().filter(
          (field) => valueAt(object, field.path) !== valueAt(patched, field.path),
        )) {
          problems.push({
            definition: MS6010,
            message: `a patch of ${this.kind} ${this.name} sets a field that ${owner} decides (${path})`,
            given,
            allowed: `patches of other fields than ${path}`,
            fix: `leave it out, and state bounds to ${owner}`,
          });
        }
        object = patched;
      } catch (error) {
        const reason = (error as Error).message.split('\n')[0]!;
        problems.push({
          definition: MS0006,
          message: `a patch of ${this.kind} ${this.name} cannot be applied`,
          given,
          allowed: `a patch that fits the object (${reason})`,
          fix: 'compare its path with the rendered object',
        });
      }
    }
    this.problems = problems;
    return object;
  }

  /** Adds a change of the final object. A change without effect, and one that throws, is reported. */
  public addPatch(patch: Patch): void {
    if (this.finalPatches.length === 0) {
      checkRendered(this, (rendered) => {
        if (!rendered) this.toJson();
        return this.problems;
      });
    }
    this.finalPatches.push(patch);
  }

  /** Reports labels and annotations that stand in the place of those that the platform requires. */
  private checkRequiredMetadata(annotations: Readonly<Record<string, string>>): void {
    const required = this.required.flatMap(([map, key = '']) =>
      map === 'labels'
        ? [{ map, key, value: this.metadata.getLabel(key) }]
        : map === 'annotations'
          ? [{ map, key, value: annotations[key] }]
          : [],
    );
    if (required.length === 0) return;
    check(this, () => {
      const now = this.metadata.toJson() as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
      return required
        .filter(({ map, key, value }) => now[map]?.[key] !== value)
        .map(({ map, key, value }) => ({
          definition: MS1027,
          message:
            `the metadata of ${this.kind} ${this.name} changes a value ` + `that the platform requires (${map}.${key})`,
          given: `${map}.${key} was ${String(now[map]?.[key])}`,
          allowed: String(value),
          fix: 'leave it out, or have the platform require less',
        }));
    });
  }
}

/** Tells if a JSON pointer leads to a field of the object. */
function resolves(object: unknown, pointer: string): boolean {
  return follow(object, pointer) !== undefined;
}

/** Reads the field at a JSON pointer, as text. Undefined where there is none. */
function valueAt(object: unknown, pointer: string): string | undefined {
  const found = follow(object, pointer);
  return found === undefined ? undefined : JSON.stringify(found.value);
}

function follow(object: unknown, pointer: string): { readonly value: unknown } | undefined {
  let at: unknown = object;
  for (const segment of pointer.split('/').slice(1)) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Json)[key];
  }
  return { value: at };
}
