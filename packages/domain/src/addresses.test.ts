// No spelling of an inside address passes for the open internet.
import { describe, expect, it } from 'vitest';
import { insideOf, isWithin, parseAddress, parseRange } from './addresses.ts';

const kind = (text: string) => {
  const bytes = parseAddress(text);
  return bytes ? (insideOf(bytes) ?? 'open') : 'no address';
};

describe('an address', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['::1', 'loopback'],
    ['0:0:0:0:0:0:0:1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['::ffff:7f00:1', 'loopback'],
    ['0:0:0:0:0:FFFF:7F00:0001', 'loopback'],
    ['0.0.0.0', 'unspecified'],
    ['::', 'unspecified'],
    ['10.1.2.3', 'private'],
    ['100.100.100.200', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['fd00:ec2::254', 'private'],
    ['::ffff:192.168.1.1', 'private'],
    ['169.254.169.254', 'link-local'],
    ['::ffff:a9fe:a9fe', 'link-local'],
    ['fe80::1', 'link-local'],
    ['168.63.129.16', 'metadata'],
    ['64:ff9b::7f00:1', 'translated'],
    ['2002:7f00:1::', 'translated'],
    ['2001:0:4136:e378:8000:63bf:3fff:fdd2', 'reserved'],
    ['::127.0.0.1', 'reserved'],
    ['100::1', 'reserved'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'reserved'],
    ['ff02::1', 'multicast'],
    ['203.0.113.7', 'documentation'],
    ['2001:db8::1', 'documentation'],
    ['93.184.216.34', 'open'],
    ['::ffff:93.184.216.34', 'open'],
    ['172.32.0.1', 'open'],
    ['100.128.0.1', 'open'],
    ['2606:4700::1111', 'open'],
  ])('%s is %s', (text, expected) => {
    expect(kind(text)).toBe(expected);
  });

  it.each([
    '',
    '1',
    '127.1',
    '0177.0.0.1',
    '256.1.1.1',
    '1.2.3.4.5',
    '::1::',
    ':::',
    '1:2:3',
    '12345::',
    '::1%eth0',
    'g::',
  ])('“%s” is none', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });
});

describe('a range', () => {
  const within = (address: string, text: string) => {
    const [bytes, range] = [parseAddress(address), parseRange(text)];
    return bytes !== undefined && range !== undefined && isWithin(bytes, range);
  };
  it.each([
    ['10.255.0.1', '10.0.0.0/8', true],
    ['11.0.0.1', '10.0.0.0/8', false],
    ['10.0.0.5', '10.0.0.4/30', true],
    ['10.0.0.8', '10.0.0.4/30', false],
    ['127.0.0.1', '127.0.0.1', true],
    ['::ffff:10.0.0.1', '10.0.0.0/8', true],
    ['10.0.0.1', '::ffff:10.0.0.0/104', true],
    ['11.0.0.1', '::ffff:10.0.0.0/104', false],
    ['fd12::1', 'fd00::/8', true],
    ['10.0.0.1', '::/0', false],
    ['1.2.3.4', '0.0.0.0/0', true],
  ])('%s in %s: %s', (address, range, expected) => {
    expect(within(address, range)).toBe(expected);
  });

  it.each(['10.0.0.1/8', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', 'fd00::/129', 'localhost', '10.0.0.0/-1'])(
    '“%s” is none',
    (text) => {
      expect(parseRange(text)).toBeUndefined();
    },
  );
});
