// The shapes of the public API's arguments, from its jsii assembly: what lib/arguments judges them by.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const MOST = 118;

/** Source text of lib/arguments/shapes.ts. */
exports.shapes = (assembly, modules) => {
  const types = typesOf(assembly, modules);
  const structs = new Map();
  const lines = Object.values(assembly.types).sort(byName).flatMap(callsOf);
  for (const line of lines) line.parameters.forEach(({ type }) => addStructs(type));
  const text = [
    ...lines.map(({ head, parameters, made = '' }) => wrapped(`${head}(`, parameters.map(memberText), `)${made}`)),
    ...[...structs]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, members]) => wrapped(`${name} { `, members.map(memberText), ' }')),
  ];
  return `// Made by \`npm run jsii\` from the public API; do not edit.

/** Parameters of constructors, factories and methods, then members of structs. A dot marks types of other packages. */
export const SHAPES = \`
${text.join('\n')}
\`;
`;

  function addStructs(type) {
    if (type.collection) return addStructs(type.collection.elementtype);
    const struct = types.get(type.fqn);
    const name = nameOf(type.fqn ?? '');
    if (!struct?.datatype || structs.has(name)) return undefined;
    const members = membersOf(struct);
    structs.set(name, members);
    return members.forEach((member) => addStructs(member.type));
  }

  function membersOf({ interfaces = [], properties = [] }) {
    const own = new Set(properties.map(({ name }) => name));
    const inherited = interfaces.flatMap((base) => membersOf(types.get(base))).filter(({ name }) => !own.has(name));
    return [...properties, ...inherited].sort(byName);
  }

  function callsOf({ name, kind, initializer, methods = [] }) {
    if (kind !== 'class') return [];
    // Scope and id are judged where the tree is built.
    const props = initializer?.parameters?.find(({ type }) => types.get(type.fqn)?.datatype);
    return [
      ...(props === undefined ? [] : [{ head: `new ${name}`, parameters: [props] }]),
      ...methods
        .filter(({ parameters = [] }) => parameters.some(({ type }) => type.primitive !== 'any'))
        .sort(byName)
        .map((method) => ({
          head: `${name}${method.static ? '.' : '#'}${method.name}`,
          parameters: method.parameters,
          made: method.static ? '' : madeBy(method),
        })),
    ];
  }

  /** What a method makes, if it is an object of a class of the API. */
  function madeBy({ returns }) {
    const type = types.get(returns?.type.fqn);
    return type?.kind === 'class' && type.assembly === assembly.name ? `: ${type.name}` : '';
  }

  function memberText({ name, optional, type }) {
    return `${name}${optional ? '?' : ''}: ${typeText(type)}`;
  }

  function typeText({ primitive, collection, fqn }) {
    if (primitive !== undefined) return primitive;
    if (collection !== undefined)
      return `${typeText(collection.elementtype)}${collection.kind === 'array' ? '[]' : '{}'}`;
    return fqn.startsWith(`${assembly.name}.`) || types.get(fqn).datatype ? nameOf(fqn) : fqn;
  }
};

function typesOf(assembly, modules) {
  const others = Object.keys(assembly.dependencies ?? {}).map((name) =>
    JSON.parse(readFileSync(join(modules, name, '.jsii'), 'utf8')),
  );
  return new Map([assembly, ...others].flatMap(({ types }) => Object.entries(types)));
}

function nameOf(fqn) {
  return fqn.split('.').at(-1);
}

function byName(a, b) {
  return a.name < b.name ? -1 : 1;
}

/** A line and those that it goes on in. */
function wrapped(start, members, end) {
  const lines = [];
  let line = start;
  members.forEach((member, at) => {
    const piece = member + (at === members.length - 1 ? end : ',');
    if (line.length + piece.length > MOST) {
      lines.push(line.trimEnd());
      line = `  ${piece} `;
    } else line += `${piece} `;
  });
  return [...lines, members.length === 0 ? start + end : line.trimEnd()].join('\n');
}
