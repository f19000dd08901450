import * as path from 'node:path';
import * as ts from 'typescript';
import { ClosedSchema, KindSchema, Schema } from './closed-schema';
import { UpstreamKind, UpstreamType } from './upstream-kinds';

const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.Node20,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

const { TypeFlags } = ts;
const ANYTHING = TypeFlags.Any | TypeFlags.Unknown | TypeFlags.NonPrimitive;
const PRIMITIVES = [
  [TypeFlags.String | TypeFlags.TemplateLiteral, 'string'],
  [TypeFlags.Number, 'number'],
  [TypeFlags.Boolean | TypeFlags.BooleanLiteral, 'boolean'],
] as const;

/**
 * Reads the interfaces of the kinds with the TypeScript compiler: their validators let unknown fields pass, the types
 * know every field.
 */
export function generateSchema(
  kinds: readonly UpstreamKind[],
  root: string,
  types: readonly UpstreamType[] = [],
): ClosedSchema {
  const wanted = [...kinds.map(({ kind, module }): UpstreamType => ({ type: `I${kind}`, module })), ...types];
  const { checker, entry } = compile(wanted, root);
  const reader = new TypeReader(checker);
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(entry)!);
  const schemas = new Map(
    exported.map((symbol) => {
      const number = Number(symbol.name.slice(1));
      return [
        number,
        reader.read(checker.getDeclaredTypeOfSymbol(checker.getAliasedSymbol(symbol)), number >= kinds.length),
      ];
    }),
  );
  return {
    definitions: reader.definitions,
    kinds: Object.fromEntries(
      kinds.map(({ id, module }, at): [string, KindSchema] => [id, { schema: schemas.get(at)!, module }]),
    ),
    types: Object.fromEntries(
      types.map(({ type, module }, at) => [`${module}#${type}`, schemas.get(kinds.length + at)!]),
    ),
  };
}

/** Compiles a module that exists in memory alone and re-exports each type under its number. */
function compile(types: readonly UpstreamType[], root: string): { checker: ts.TypeChecker; entry: ts.SourceFile } {
  const file = path.join(root, 'kinds.mts');
  const text = types
    .map(({ type, module }, index) => `export type { ${type} as T${index} } from '${module}';`)
    .join('\n');
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? text : readFile(name));
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], OPTIONS, host);
  return { checker: program.getTypeChecker(), entry: program.getSourceFile(file)! };
}

/** Turns types into schemas; a type of objects becomes a definition, since types refer to themselves. */
class TypeReader {
  public readonly definitions: Record<string, Schema> = {};
  private readonly numbers = new Map<ts.Type, number>();
  private readonly names = new Map<string, string>();
  private keepsNull = false;

  public constructor(private readonly checker: ts.TypeChecker) {}

  /** Null is refused but where it is asked for: manifests do not mention what they do not set. */
  public read(type: ts.Type, keepsNull = this.keepsNull): Schema {
    this.keepsNull = keepsNull;
    const parts = (type.isUnion() ? type.types : [type]).filter(
      ({ flags }) => !(flags & (TypeFlags.Undefined | TypeFlags.Null)),
    );
    if (parts.length === 0 || parts.some(({ flags }) => flags & ANYTHING)) return {};
    const isObject = ({ flags }: ts.Type) => (flags & (TypeFlags.Object | TypeFlags.Intersection)) !== 0;
    const objects = parts.filter(isObject);
    const literals = parts.flatMap((part) => (part.isLiteral() ? [part.value] : []));
    const branches: Schema[] = [
      ...(literals.length > 0 ? [{ enum: literals }] : []),
      ...PRIMITIVES.filter(([flag]) => parts.some((part) => !isObject(part) && part.flags & flag)).map(([, name]) => ({
        type: name,
      })),
      ...(objects.length > 0 ? [{ ref: this.define(objects) }] : []),
      ...(keepsNull && type.isUnion() && type.types.some(({ flags }) => flags & TypeFlags.Null)
        ? [{ enum: [null] }]
        : []),
    ];
    return branches.length === 1 ? branches[0]! : { anyOf: branches };
  }

  private define(types: readonly ts.Type[]): string {
    const key = types
      .map((type) => this.numberOf(type))
      .sort((a, b) => a - b)
      .join();
    const known = this.names.get(key);
    if (known !== undefined) return known;
    const name = String(this.names.size);
    this.names.set(key, name);
    const list = types.map((type) => this.arrayIn(type)).find((array) => array !== undefined);
    this.definitions[name] =
      list === undefined
        ? this.merge(types)
        : { type: 'array', items: this.read(this.checker.getTypeArguments(list)[0]!) };
    return name;
  }

  /** Branches of one union in one schema: what the first says of a field holds, and what all require is required. */
  private merge(types: readonly ts.Type[]): Schema {
    const properties: Record<string, Schema> = {};
    const required: string[][] = [];
    let additional: Schema | undefined;
    for (const type of types) {
      // Methods are no data.
      const fields = this.checker
        .getPropertiesOfType(type)
        .filter((field) => this.checker.getTypeOfSymbol(field).getCallSignatures().length === 0);
      const index = this.checker.getIndexInfoOfType(type, ts.IndexKind.String);
      if (index !== undefined) additional = this.read(index.type);
      else if (fields.length === 0) additional ??= {};
      for (const field of fields) properties[field.name] ??= this.read(this.checker.getTypeOfSymbol(field));
      if (fields.length > 0)
        required.push(fields.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional)).map(({ name }) => name));
    }
    return {
      type: 'object',
      properties,
      required: required[0]?.filter((name) => required.every((names) => names.includes(name))) ?? [],
      ...(additional && { additional }),
    };
  }

  /** Some packages write `Array<A> & (…)`. */
  private arrayIn(type: ts.Type): ts.TypeReference | undefined {
    const candidates = type.isIntersection() ? type.types : [type];
    return candidates.find((candidate) => this.checker.isArrayType(candidate)) as ts.TypeReference | undefined;
  }

  private numberOf(type: ts.Type): number {
    const number = this.numbers.get(type) ?? this.numbers.size;
    this.numbers.set(type, number);
    return number;
  }
}
