// What jsii accepts and other languages lose without a word: overloads, generic methods, literal unions, exported
// functions.
const ts = require('typescript');

const OPTIONS = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Node20,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
};

function isHidden(declaration) {
  const isPrivate = (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private) !== 0;
  return (
    isPrivate ||
    (declaration.name !== undefined && ts.isPrivateIdentifier(declaration.name)) ||
    ts.getJSDocTags(declaration).some(({ tagName }) => tagName.text === 'internal')
  );
}

function isLiteral({ flags }) {
  const isText = (flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral)) !== 0;
  return (isText && (flags & ts.TypeFlags.EnumLiteral) === 0) || (flags & ts.TypeFlags.TemplateLiteral) !== 0;
}

/** True for a union of literals, and for a list or a map of one. */
function holdsLiteralUnion(checker, type) {
  if ((type.flags & ts.TypeFlags.TemplateLiteral) !== 0) return true;
  if (type.isUnion())
    return type.types.filter(isLiteral).length > 1 || type.types.some((each) => holdsLiteralUnion(checker, each));
  if (checker.isArrayType(type)) return checker.getTypeArguments(type).some((each) => holdsLiteralUnion(checker, each));
  const values =
    (type.flags & ts.TypeFlags.Object) === 0 ? undefined : checker.getIndexInfoOfType(type, ts.IndexKind.String)?.type;
  return values !== undefined && holdsLiteralUnion(checker, values);
}

function memberLosses(checker, member, owner) {
  const losses = [];
  if (ts.isCallSignatureDeclaration(member)) losses.push('is an interface that is called: it becomes an empty struct');
  if ((member.typeParameters ?? []).length > 0) losses.push('is generic: its types become "any"');
  const values = [member, ...(member.parameters ?? [])].filter((each) => !ts.isConstructorDeclaration(each));
  const types = values.map((each) => {
    const type = checker.getTypeAtLocation(each);
    return each === member && ts.isFunctionLike(member) ? type.getCallSignatures()[0]?.getReturnType() : type;
  });
  if (types.some((type) => type !== undefined && holdsLiteralUnion(checker, type))) {
    losses.push('has a union of literals: it becomes "string"; use an enum or a class with static members');
  }
  if (signatures(owner, member).indexOf(member) === 1) losses.push('is overloaded: only its first signature survives');
  return losses;
}

/** All declarations of the method that a member declares. */
function signatures(owner, member) {
  const isStatic = (each) => (ts.getCombinedModifierFlags(each) & ts.ModifierFlags.Static) !== 0;
  return owner.members.filter(
    (each) =>
      ts.isFunctionLike(each) &&
      !ts.isAccessor(each) &&
      each.kind === member.kind &&
      each.name?.getText() === member.name?.getText() &&
      isStatic(each) === isStatic(member),
  );
}

function declarationLosses(checker, declaration, name) {
  if (
    ts.isFunctionDeclaration(declaration) ||
    ts.isVariableDeclaration(declaration) ||
    ts.isTypeAliasDeclaration(declaration)
  ) {
    return [
      {
        node: declaration,
        name,
        loss: 'is a function, constant or type alias: invisible elsewhere; export a class or an interface',
      },
    ];
  }
  if (!ts.isClassDeclaration(declaration) && !ts.isInterfaceDeclaration(declaration)) return [];
  return declaration.members
    .filter((member) => !isHidden(member))
    .flatMap((member) =>
      memberLosses(checker, member, declaration).map((loss) => ({
        node: member,
        name: `${name}.${member.name?.getText() ?? 'constructor'}`,
        loss,
      })),
    );
}

/** One line for each public declaration that would reach other languages as less than it is. */
module.exports.degradations = function degradations(entry) {
  const program = ts.createProgram([entry], OPTIONS);
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(entry));
  const symbols = checker
    .getExportsOfModule(module)
    .map((symbol) => ((symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol)));
  return symbols
    .flatMap((symbol) => (symbol.declarations ?? []).flatMap((each) => declarationLosses(checker, each, symbol.name)))
    .map(({ node, name, loss }) => {
      const source = node.getSourceFile();
      const file = source.fileName.slice(source.fileName.lastIndexOf('lib/'));
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      return `${file}:${line + 1} ${name} ${loss}`;
    });
};
