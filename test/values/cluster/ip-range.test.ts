import {
  canonicalRange,
  hasHostBits,
  holdsMostPublicAddresses,
  isCidr,
  isInside,
  isIpv6,
  parseRange,
} from '../../../lib/values';
import { cidr } from '../../support/api-server/grammar';

test.each([
  ['10.0.0.5/8', '10.0.0.0/8'],
  ['010.0.0.0/08', '10.0.0.0/8'],
  ['203.0.113.7/32', '203.0.113.7/32'],
  ['0.0.0.0/0', '0.0.0.0/0'],
  ['2001:DB8::/32', '2001:db8::/32'],
  ['2001:0db8:0:0:0:0:0:1/128', '2001:db8::1/128'],
  ['1:0:0:2:0:0:0:3/128', '1:0:0:2::3/128'],
  ['1:0:0:2:3:0:0:4/128', '1::2:3:0:0:4/128'],
  ['1:2:3:0:5:6:7:8/128', '1:2:3:0:5:6:7:8/128'],
  ['1:2:3:4:5:6:7::/128', '1:2:3:4:5:6:7:0/128'],
  ['fd00::1/8', 'fd00::/8'],
  ['0::0/0', '::/0'],
  ['::ffff:10.0.0.5/104', '10.0.0.0/8'],
  ['::FFFF:a00:0/104', '10.0.0.0/8'],
  ['64:ff9b::192.0.2.33/128', '64:ff9b::c000:221/128'],
])('%s is canonically %s', (text, canonical) => {
  expect(canonicalRange(parseRange(text)!)).toBe(canonical);
  expect(cidr(canonical)).toBeUndefined();
});

test.each(['', '/', '10.0.0.0', '10.0.0/8', '10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/8/8', '256.0.0.0/8', ':::/0'])(
  '%p is no range',
  (text) => expect(isCidr(text)).toBe(false),
);
test.each(['1::2::3/64', '::/129', '12345::/16', '::1.2.3/128', '1.2.3.4::/96', 'fe80::1%eth0/64', '::g/128', ' ::/0'])(
  '%p is no range',
  (text) => expect(isCidr(text)).toBe(false),
);

test('bits after the prefix', () => {
  expect(hasHostBits(parseRange('10.0.0.5/8')!)).toBe(true);
  expect(hasHostBits(parseRange('10.0.0.0/8')!)).toBe(false);
  expect(hasHostBits(parseRange('0.0.0.1/0')!)).toBe(true);
  expect(hasHostBits(parseRange('fd00::1/128')!)).toBe(false);
});

test('a range inside of another', () => {
  expect(isInside('10.1.0.0/16', '10.0.0.0/8')).toBe(true);
  expect(isInside('10.1.2.3/16', '10.0.0.1/8')).toBe(true);
  expect(isInside('10.0.0.0/8', '10.0.0.0/8')).toBe(false);
  expect(isInside('11.0.0.0/16', '10.0.0.0/8')).toBe(false);
  expect(isInside('fd00::/16', '0.0.0.0/0')).toBe(false);
});

test('an address is one of IPv6 without IPv4 inside', () => {
  expect(isIpv6('fd00::1')).toBe(true);
  expect(isIpv6('::ffff:10.0.0.1')).toBe(false);
  expect(isIpv6('fd00::1/8')).toBe(false);
});

describe('half of the public addresses, or more', () => {
  test.each([
    [['0.0.0.0/0']],
    [['0.0.0.1/0']],
    [['::/0']],
    [['2000::/3']],
    [['2000::/4', '3000::/5']],
    [['0.0.0.0/1', '128.0.0.0/1']],
    [['8.0.0.0/5', '16.0.0.0/4', '32.0.0.0/3', '64.0.0.0/2', '128.0.0.0/2', '192.0.0.0/3']],
    [['203.0.113.0/24', '::/0']],
    [['::ffff:0:0/96', '::/1']],
  ])('%j', (ranges) => expect(holdsMostPublicAddresses(ranges)).toBe(true));

  test.each([
    [[]],
    [['203.0.113.0/24', '2001:db8::/32']],
    [['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']],
    [['224.0.0.0/3', '127.0.0.0/8']],
    [['8.0.0.0/7', '8.0.0.0/7', '9.0.0.0/8']],
    [['8000::/1', '64:ff9b::/96']],
    // 43 percent: the ranges of one country may hold as many.
    [['128.0.0.0/1']],
    [['office']],
  ])('fewer: %j', (ranges) => expect(holdsMostPublicAddresses(ranges)).toBe(false));
});
