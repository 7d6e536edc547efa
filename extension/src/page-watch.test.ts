// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Watching, watchPage } from './page-watch.ts';

let shown = 'wang';
let reads = 0;
let said: string[] = [];
let watching: Watching;
let visibility: DocumentVisibilityState = 'visible';

beforeEach(() => {
  vi.useFakeTimers();
  document.head.innerHTML = '<title>Mail</title>';
  shown = 'wang';
  reads = 0;
  said = [];
  visibility = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  watching = watchPage(window, {
    read: () => {
      reads += 1;
      return { shown };
    },
    changed: (value) => said.push(value.shown),
  });
});

afterEach(() => {
  watching.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('watching a page', () => {
  it('says what is shown at once, and then only what changed', () => {
    expect(said).toEqual(['wang']);
    vi.advanceTimersByTime(5_000);
    expect(said).toEqual(['wang']);
    shown = 'li';
    vi.advanceTimersByTime(250);
    expect(said).toEqual(['wang', 'li']);
  });

  it('notices a conversation opened by a click right away, and one the page draws late', () => {
    shown = 'li';
    document.body.click();
    vi.advanceTimersByTime(0);
    expect(said).toEqual(['wang', 'li']);
    document.body.click();
    setTimeout(() => {
      shown = 'zhao';
    }, 50);
    vi.advanceTimersByTime(60);
    expect(said).toEqual(['wang', 'li', 'zhao']);
  });

  it.each(['keyup', 'popstate', 'hashchange'])('looks right away after %s', (event) => {
    shown = 'li';
    window.dispatchEvent(new Event(event));
    vi.advanceTimersByTime(0);
    expect(said).toEqual(['wang', 'li']);
  });

  it('looks right away when the page changes its title', async () => {
    shown = 'li';
    document.title = 'Li';
    await Promise.resolve();
    vi.advanceTimersByTime(0);
    expect(said).toEqual(['wang', 'li']);
  });

  it('does not look while nobody can see the page, and catches up when it is seen again', () => {
    visibility = 'hidden';
    vi.advanceTimersByTime(250);
    const before = reads;
    shown = 'li';
    vi.advanceTimersByTime(60_000);
    expect(reads).toBe(before);
    visibility = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(said).toEqual(['wang', 'li']);
  });

  it('says it again when asked, changed or not', () => {
    watching.again();
    expect(said).toEqual(['wang', 'wang']);
  });

  it('leaves nothing behind when it stops', () => {
    watching.stop();
    const before = reads;
    shown = 'li';
    document.body.click();
    vi.advanceTimersByTime(60_000);
    expect(reads).toBe(before);
    expect(vi.getTimerCount()).toBe(0);
  });
});
