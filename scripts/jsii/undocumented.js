// What the public API leaves unsaid, read from the assembly that jsii makes.

const NO_DEFAULT = /^(?:-\s*)?undefined\.?$/;

function place(type, member) {
  const { filename, line } = member?.locationInModule ?? type.locationInModule ?? { filename: type.fqn, line: 0 };
  return `${filename}:${line} ${type.name}${member && member !== type ? `.${member.name ?? 'constructor'}` : ''}`;
}

function summaryProblems(type, member) {
  return member.docs?.summary || member.overrides ? [] : [`${place(type, member)} has no docstring`];
}

function defaultProblems(type) {
  if (!type.datatype) return [];
  return (type.properties ?? [])
    .filter(({ optional }) => optional)
    .flatMap((property) => {
      const value = property.docs?.default;
      if (value === undefined) return [`${place(type, property)} is optional and has no @default`];
      return NO_DEFAULT.test(value)
        ? [`${place(type, property)} must say what happens by default, not "${value}"`]
        : [];
    });
}

/**
 * jsii drops the @default of a parameter: its @param text says it. A struct says the default of each of its members.
 */
function parameterProblems(type, callable, types) {
  return (callable.parameters ?? [])
    .filter(({ optional, type: { fqn } }) => optional && !types[fqn]?.datatype)
    .filter(({ docs }) => !/default/i.test(docs?.summary ?? ''))
    .map(({ name }) => `${place(type, callable)}: "@param ${name}" must say what the default is`);
}

/** One line for each thing that has no docstring, or is optional without a default. */
module.exports.undocumented = function undocumented({ types }) {
  return Object.values(types).flatMap((type) => {
    const callables = [...(type.methods ?? []), ...(type.initializer ? [type.initializer] : [])];
    return [
      ...[type, ...(type.methods ?? []), ...(type.properties ?? []), ...(type.members ?? [])].flatMap((member) =>
        summaryProblems(type, member),
      ),
      ...defaultProblems(type),
      ...callables.flatMap((callable) => parameterProblems(type, callable, types)),
    ];
  });
};
