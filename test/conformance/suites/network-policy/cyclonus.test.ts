import { readVerdicts } from './cyclonus';

function table(rows: string, concluded: string): string {
  return (
    'Traffic:\n| 80 () on TCP | source |\n\nIs traffic allowed?\n+------+\n|    TYPE     | ACTION |     ' +
    `TARGET      |\n${rows}| IS ALLOWED? | ${concluded}  |   \n+-----+\n\n\n\n`
  );
}

const CART =
  '| Ingress     | Allow  | namespace: shop |\n|             |        | app: cart       |\n|             | Deny   ' +
  '| namespace: shop |\n|             |        |                 |\n';

test('what one policy allows, others do not deny', () => {
  expect(readVerdicts(table(CART, ' TRUE'))).toEqual([{ egress: true, ingress: true }]);
});

test('each direction has its verdict', () => {
  expect(
    readVerdicts(
      table(`${CART}| Egress      | Deny   | namespace: shop |\n`, 'FALSE') +
        table('|             |        |                 |\n', ' TRUE'),
    ),
  ).toEqual([
    { egress: false, ingress: true },
    { egress: true, ingress: true },
  ]);
});

test('a table that concludes otherwise cannot be read', () => {
  expect(() => readVerdicts(table(CART, 'FALSE'))).toThrow('cannot be read');
});
