import { describe, expect, it } from 'vitest';
import { readerMatches, siteOf } from './sites.ts';

describe('a site', () => {
  it('is one origin, whatever page of it is open', () => {
    expect(siteOf('https://mail.google.com/mail/u/0/#inbox/FMfcg')).toEqual({
      origin: 'https://mail.google.com',
      pattern: 'https://mail.google.com/*',
    });
  });

  it('keeps its port, except for a browser whose patterns know no ports', () => {
    expect(siteOf('http://127.0.0.1:8081/?_task=mail', true)?.pattern).toBe('http://127.0.0.1:8081/*');
    expect(siteOf('http://127.0.0.1:8081/?_task=mail', false)?.pattern).toBe('http://127.0.0.1/*');
  });

  it.each([undefined, '', 'chrome://extensions', 'file:///etc/passwd', 'chrome-extension://abc/x.html', 'about:blank'])(
    'is nothing for %s',
    (url) => {
      expect(siteOf(url)).toBeUndefined();
    },
  );
});

describe('the reader', () => {
  const switches = {
    'https://b.example': { on: true },
    'https://a.example': { on: true },
    'https://off.example': { on: false },
    'https://taken-back.example': { on: true },
  };

  it('runs exactly where the switch is on and the permission still stands', () => {
    const granted = ['https://a.example/*', 'https://b.example/*', 'https://off.example/*', 'https://other.example/*'];
    expect(readerMatches(switches, granted)).toEqual(['https://a.example/*', 'https://b.example/*']);
  });

  it('runs nowhere before anything is switched on', () => {
    expect(readerMatches({}, ['https://a.example/*'])).toEqual([]);
  });
});
