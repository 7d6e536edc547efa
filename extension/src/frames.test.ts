import { describe, expect, it } from 'vitest';
import { combineFrames } from './frames.ts';
import { reading } from './reading.fixture.ts';

const direct = reading({ conversationKey: 'INBOX/7', participants: [{ role: 'from', handle: 'wang@example.cn' }] });
const list = reading({ kind: 'list' });
const none = reading({ kind: 'none' });
const unreadable = reading({ kind: 'unreadable' });

describe('one answer from several frames', () => {
  it('is nothing where no frame knows its page', () => {
    expect(combineFrames([])).toBeNull();
    expect(combineFrames([{ top: true, reading: null }])).toBeNull();
  });

  it('is the open mail in the iframe, not the list around it, whichever speaks first', () => {
    const frames = [
      { top: true, reading: list },
      { top: false, reading: direct },
      { top: false, reading: null },
    ];
    expect(combineFrames(frames)).toEqual(direct);
    expect(combineFrames(frames.toReversed())).toEqual(direct);
  });

  it("is the page's own answer where no frame has a conversation open", () => {
    const frames = [
      { top: false, reading: none },
      { top: true, reading: list },
    ];
    expect(combineFrames(frames)).toEqual(list);
  });

  it('says why nobody is open where a frame knows, though the list around it does not', () => {
    const machine = reading({ kind: 'none', reason: 'no-reply' });
    const frames = [
      { top: true, reading: list },
      { top: false, reading: machine },
    ];
    expect(combineFrames(frames)).toEqual(machine);
  });

  it('is nobody where two frames show different people', () => {
    const other = reading({ conversationKey: 'INBOX/8', participants: [{ role: 'from', handle: 'li@example.cn' }] });
    const answer = combineFrames([
      { top: true, reading: direct },
      { top: false, reading: other },
    ]);
    expect(answer).toMatchObject({ kind: 'unreadable', reason: 'disagree', participants: [], conversationKey: null });
  });

  it('is nobody where two frames show the same person in different conversations', () => {
    const answer = combineFrames([
      { top: true, reading: direct },
      { top: false, reading: { ...direct, conversationKey: 'INBOX/9' } },
    ]);
    expect(answer?.kind).toBe('unreadable');
  });

  it('is nobody where one frame shows a person and another a group', () => {
    const answer = combineFrames([
      { top: true, reading: direct },
      { top: false, reading: { ...direct, kind: 'group' } },
    ]);
    expect(answer?.kind).toBe('unreadable');
  });

  it('is the shared one where two frames agree, even when only one knows the key', () => {
    const answer = combineFrames([
      { top: false, reading: { ...direct, conversationKey: null } },
      { top: true, reading: direct },
    ]);
    expect(answer).toEqual(direct);
  });

  it('is not taken from a second frame when any part of the page could not be understood', () => {
    const frames = [
      { top: true, reading: unreadable },
      { top: false, reading: direct },
    ];
    expect(combineFrames(frames)).toEqual(unreadable);
    expect(combineFrames(frames.map((frame) => ({ ...frame, top: !frame.top })))).toEqual(unreadable);
  });

  it('compares people without the order they are listed in and without the rep', () => {
    const a = reading({
      participants: [{ handle: 'a@x.cn' }, { handle: 'b@x.cn' }, { handle: 'me@x.cn', self: true }],
    });
    const b = reading({ participants: [{ handle: 'b@x.cn' }, { handle: 'a@x.cn' }] });
    expect(
      combineFrames([
        { top: true, reading: a },
        { top: false, reading: b },
      ]),
    ).toEqual(a);
  });
});
