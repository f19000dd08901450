import { analysisComplaints, validationComplaints } from './istioctl';

test('reads what validate has against objects', () => {
  const text =
    'Error: 2 errors occurred:\n\t* VirtualService/shop/cart: cannot parse proto message: unknown field ' +
    '"timeot"\n\t* AuthorizationPolicy//x: bad\n\n';
  expect(validationComplaints(text)).toEqual([
    {
      kind: 'VirtualService',
      namespace: 'shop',
      name: 'cart',
      message: 'cannot parse proto message: unknown field "timeot"',
    },
    { kind: 'AuthorizationPolicy', namespace: '', name: 'x', message: 'bad' },
  ]);
});

test('reads what analyze has against objects, behind lines of its log', () => {
  const list = JSON.stringify(
    [
      {
        code: 'IST0101',
        level: 'Error',
        message: 'not found',
        origin: 'VirtualService shop/cart',
        reference: 'a.yaml:3',
      },
    ],
    undefined,
    '\t',
  );
  expect(analysisComplaints(`2026-01-01T00:00:00Z\twarn\tfile\tskipping [1]\n${list}\n`, '')).toEqual([
    { kind: 'VirtualService', namespace: 'shop', name: 'cart', message: 'Error IST0101: not found' },
  ]);
});

test('takes a file that analyze could not read for a complaint', () => {
  expect(
    analysisComplaints(
      '[]\n',
      'Error(s) adding files: 1 error occurred:\n\t* errors parsing content "a.yaml": 1 error occurred:\n\t* ' +
        'error processing a.yaml[1]: bad\n',
    ),
  ).toEqual([{ message: 'error processing a.yaml[1]: bad' }]);
});

test('takes no list for a complaint', () => {
  expect(analysisComplaints('', 'Error: no such file\n')).toEqual([
    { message: 'istioctl analyze gave no list: Error: no such file' },
  ]);
});
