import { checkSchema, Schema } from './closed-schema';

const DEFINITIONS: Readonly<Record<string, Schema>> = {
  tree: {
    type: 'object',
    properties: { name: { type: 'string' }, children: { type: 'array', items: { ref: 'tree' } } },
    required: ['name'],
  },
};

const problems = (value: unknown, schema: Schema) =>
  checkSchema(value, schema, DEFINITIONS).map(({ path, message }) => `${path} ${message}`);

test.each<[string, unknown, Schema, readonly string[]]>([
  ['anything fits no schema at all', { a: [null] }, {}, []],
  ['a type', 1, { type: 'string' }, [' must be string']],
  ['a choice', 'c', { enum: ['a', 'b'] }, [' must be one of a, b']],
  ['one of several types', '80', { anyOf: [{ type: 'string' }, { type: 'number' }] }, []],
  [
    'none of several types',
    true,
    { anyOf: [{ type: 'string' }, { type: 'number' }] },
    [' matches none of the allowed types'],
  ],
  ['an unknown field', { 'a/b': 1 }, { type: 'object' }, ['/a~1b unknown field']],
  ['a field called like one of every object', { constructor: 1 }, { type: 'object' }, ['/constructor unknown field']],
  ['a field without a value', { a: undefined }, { type: 'object' }, []],
  ['a free map', { a: 1, b: '2' }, { type: 'object', additional: { type: 'number' } }, ['/b must be number']],
  ['a list for a map', [], { type: 'object' }, [' must be object']],
  ['a map for a list', {}, { type: 'array', items: {} }, [' must be array']],
  [
    'a definition that refers to itself',
    { name: 'a', children: [{ name: 'b' }, { children: [] }] },
    { ref: 'tree' },
    ["/children/1 must have required property 'name'"],
  ],
])('%s', (_, value, schema, expected) => {
  expect(problems(value, schema)).toEqual(expected);
});
