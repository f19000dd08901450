import { ApiObject, Chart, JsonPatch, Lazy } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { check, checkRendered, comesAfter, keepContent, Problem, renderingOf } from '../../errors';
import type { FieldOwner } from '../../program';
import { neededObjects, type PodConfiguration, withConfigurationHash } from './configuration-hash';
import { hiddenKey, hideConstructorKeys, showConstructorKeys } from './constructor-key';
import { jsonPatch, objectPatch, type Patch } from './patch';
import { followedChanges, FollowedField } from './patched/followed-field';
import { problemsOfPatches } from './patched/patch-problems';
import { applyPatches, changingPatches, type Patching } from './patching';
import type { SettingPath } from './protected-fields';
import { isInTree, removedProblem } from './removed';
import { MS1027 } from './rules';

type Json = Record<string, unknown>;
type Labels = Record<string, string>;

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
  /** Fields that other objects follow from: a patch that changes one is reported. */
  readonly followed?: () => readonly FollowedField[];
  /**
   * Statement that leaves the object out, for findings.
   *
   * @default - that of its kind
   */
  readonly exception?: string;
  /** Problems of the final object. Those that it has without patches are reported elsewhere. */
  readonly judge?: (object: Json) => readonly Problem[];
  /**
   * Fields of a version that differ from the object whose patches it follows.
   *
   * @default - none
   */
  readonly kept?: (object: Json) => Json;
  /** Configuration that its pods may read. Their template then changes with the content. */
  readonly configuration?: PodConfiguration;
  /** Top-level fields beside metadata, such as `spec`: pure functions of the model. */
  readonly fields: Readonly<Record<string, () => unknown>>;
}

// Registered, so that manifests of another installed copy are known too.
const MANIFEST = Symbol.for('cdk8s-microservice.Manifest');

/** Tells objects of this library from others; `instanceof` holds for every object of cdk8s. */
export function isManifest(construct: IConstruct): boolean {
  return MANIFEST in construct;
}

/**
 * A Kubernetes object whose content is rendered from the model, and whose patches are applied last and checked for
 * effect.
 */
export class Manifest extends ApiObject {
  private readonly required: readonly SettingPath[];
  private readonly owned: NonNullable<ManifestProps['owned']>;
  private readonly followed: NonNullable<ManifestProps['followed']>;
  private readonly judge: NonNullable<ManifestProps['judge']>;
  private readonly kept: NonNullable<ManifestProps['kept']>;
  private readonly configuration?: PodConfiguration;
  private readonly fields: ManifestProps['fields'];
  private readonly finalPatches: Patch[] = [];
  private problems: readonly Problem[] = [];

  public constructor(scope: Construct, id: string, props: ManifestProps) {
    const { apiVersion, kind, name, labels, annotations, fields, exception } = props;
    // Only a value that resolves to nothing keeps the chart's namespace out.
    const namespace = props.clusterWide ? (Lazy.any({ produce: () => undefined }) as string) : props.namespace;
    super(scope, id, {
      apiVersion,
      kind,
      metadata: {
        name,
        ...(namespace && { namespace }),
        ...(labels && { labels: hideConstructorKeys({ ...labels }) }),
        ...(annotations && { annotations: hideConstructorKeys({ ...annotations }) }),
      },
      ...Object.fromEntries(
        Object.entries(fields).map(([field, produce]) => [
          field,
          Lazy.any({ produce: () => hideConstructorKeys(produce()) }),
        ]),
      ),
    });
    Object.defineProperty(this, MANIFEST, { value: true });
    this.fields = fields;
    keepContent(this, () => this.asData());
    this.required = props.required ?? [];
    this.owned = props.owned ?? (() => []);
    this.followed = props.followed ?? (() => []);
    this.judge = props.judge ?? (() => []);
    this.kept = props.kept ?? (() => ({}));
    this.checkRequiredMetadata(labels ?? {}, annotations ?? {});
    check(scope, () => (isInTree(this) ? [] : [removedProblem(this, this.required, exception)]));
    if (props.followed !== undefined) this.checkFollowedLabels(Object.keys({ ...Chart.of(scope).labels, ...labels }));
    const { configuration } = props;
    if (configuration === undefined) return;
    this.configuration = configuration;
    comesAfter(this, () => this.configurationObjects(configuration));
  }

  public override addJsonPatch(...ops: JsonPatch[]): void {
    for (const op of ops) this.addPatch(jsonPatch(op));
  }

  /**
   * Merges fields into the final object: maps by key, lists of Kubernetes by their own keys (`name`, `containerPort`,
   * `mountPath`, …). Null removes a field.
   */
  public addMergePatch(patch: Json): void {
    this.addPatch(objectPatch(patch));
  }

  public override toJson(): Json {
    const object = showConstructorKeys(super.toJson()) as Json;
    if (this.finalPatches.length === 0) return this.configured(object);
    const patching = applyPatches(object, this.finalPatches, this.kept);
    const problems = problemsOfPatches(this, patching, { required: this.required, owned: this.owned() });
    // One finding for one cause: a patch that the platform forbids has to go anyway.
    const isForbidden = problems.some(({ definition }) => definition === MS1027);
    this.problems = isForbidden ? problems : [...problems, ...this.consequences(patching)];
    return this.configured(patching.after);
  }

  /** The content that needs no more than data: without patches, by the `toJson` of this class. */
  private asData(): Json | undefined {
    if (this.finalPatches.length > 0 || this.toJson !== Manifest.prototype.toJson) return undefined;
    const { apiVersion, kind, fields } = this;
    const object: Json = { apiVersion, kind, metadata: showConstructorKeys(this.metadata.toJson()) };
    for (const field of Object.keys(fields).sort()) object[field] = fields[field]!();
    return this.configured(object);
  }

  private configured(object: Json): Json {
    return this.configuration?.replacesPods !== true
      ? object
      : withConfigurationHash(object, this.configuration, renderingOf(this));
  }

  /** The final object where patches change it. Undefined without patches, and where it cannot be rendered. */
  public patched(): Json | undefined {
    if (this.finalPatches.length === 0) return undefined;
    try {
      return this.toJson();
    } catch {
      return undefined;
    }
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

  /** Problems that patches together cause. */
  private consequences(patching: Patching): Problem[] {
    const { before, after } = patching;
    if (patching.applied.length === 0) return [];
    const earlier = new Set(this.judge(before).map(({ given }) => given));
    return [
      ...followedChanges(`${this.kind} ${this.name}`, this.followed(), [before, after], (differs) =>
        changingPatches(patching, differs).map(({ text }) => text),
      ),
      ...this.judge(after).filter(({ given }) => !earlier.has(given)),
    ];
  }

  /** Changes the final object as another one of which it is a version; what tells the two apart stays. */
  public followPatch(patch: Patch): void {
    this.addPatch({ ...patch, follows: true });
  }

  /** Objects of the program that the pods need for what they read, those of patches included. */
  private configurationObjects(configuration: PodConfiguration): ApiObject[] {
    const mayRead = configuration.isRead || this.finalPatches.some(({ text }) => /configMap|secret/i.test(text));
    if (!mayRead) return [];
    try {
      return neededObjects(this.toJson(), configuration).filter((each): each is ApiObject =>
        ApiObject.isApiObject(each),
      );
    } catch {
      // Reported where it is rendered for the output.
      return [];
    }
  }

  /** Reports labels that are changed without a patch, and that other objects follow from. */
  private checkFollowedLabels(keys: readonly string[]): void {
    const stated = keys.map((key) => this.metadata.getLabel(key));
    const labelled = (values: readonly unknown[]) => ({
      metadata: { labels: Object.fromEntries(keys.map((key, at) => [key, values[at]])) },
    });
    check(this, () => {
      if (keys.every((key, at) => this.metadata.getLabel(key) === stated[at])) return [];
      const [before, after] = [labelled(stated), labelled(keys.map((key) => this.metadata.getLabel(key)))];
      const text = 'a label that is added to metadata';
      return followedChanges(`${this.kind} ${this.name}`, this.followed(), [before, after], () => [text]);
    });
  }

  /** Reports labels and annotations that stand in the place of those that the platform requires. */
  private checkRequiredMetadata(labels: Readonly<Labels>, annotations: Readonly<Labels>): void {
    const required = this.required.flatMap(([map, key = '']) =>
      map === 'labels'
        ? [{ map, key, value: ownValue(labels, key) ?? this.metadata.getLabel(hiddenKey(key)) }]
        : map === 'annotations'
          ? [{ map, key, value: ownValue(annotations, key) }]
          : [],
    );
    if (required.length === 0) return;
    check(this, () => {
      const now = showConstructorKeys(this.metadata.toJson()) as Readonly<
        Record<string, Readonly<Record<string, unknown>> | undefined>
      >;
      return required
        .filter(({ map, key, value }) => ownValue(now[map], key) !== value)
        .map(({ map, key, value }) => ({
          definition: MS1027,
          message:
            `the metadata of ${this.kind} ${this.name} changes a value ` + `that the platform requires (${map}.${key})`,
          given: `${map}.${key} was ${String(ownValue(now[map], key))}`,
          allowed: String(value),
          fix: 'leave it out, or have the platform require less',
        }));
    });
  }
}

/** Value of a key of the map's own. */
function ownValue(map: Readonly<Record<string, unknown>> | undefined, key: string): unknown {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}
