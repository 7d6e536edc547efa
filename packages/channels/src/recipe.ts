// The shape of a recipe: plain data that says where a page keeps who its conversation is with. It holds no logic and no
// steps, so that recipes can be shipped as JSON: browser stores allow fetched selectors and forbid fetched programs.
import type { ChannelKey } from '@sidestage/domain';
import type { Participant } from './reading.ts';

/**
 * How far a recipe can be believed. `measured`: seen to work on the real tool. `source`: follows the tool's own or a
 * long-lived library's source. `reported`: others use it. `unverified`: none of these; the panel asks before it believes.
 */
export type Trust = 'measured' | 'source' | 'reported' | 'unverified';

/** A regular expression the whole trimmed value must match (a dot is any character); its first group is what counts. */
export type Pattern = string;

/** The smallest and largest number of matches a page of the known shape has; null: no limit. */
export type Count = readonly [min: number, max: number | null];

/** What is read of an element: its text, or one attribute. */
export type Value = 'text' | { readonly attribute: string };

/** One value of the page. */
export interface Field {
  /** Within the conversation; empty: the conversation's own element. */
  readonly select: string;
  /** Looks in the whole page instead. */
  readonly wholePage?: true;
  readonly value: Value;
  readonly pattern: Pattern;
  readonly count: Count;
}

/** One part of a conversation's key: from the page's address, or a field. */
export type KeyPart = { readonly name: string } & ({ readonly url: Pattern } | { readonly field: Field });

/** The people a conversation shows in one role, one element each. */
export interface People {
  /** Named in `field:NAME` when they are not found as expected. */
  readonly name: string;
  readonly role: Participant['role'];
  readonly each: string;
  readonly count: Count;
  /** Absent: the page tells no handle of these people. */
  readonly handle?: { readonly value: Value; readonly pattern: Pattern };
  readonly displayName?: { readonly select?: string; readonly value: Value };
  /** Where this is found, these people are the rep's own side: the senders in a folder of sent mail. */
  readonly ownWhere?: Field;
}

/** One way in which the tool shows an open conversation. */
export interface View {
  /** `people`: how many take part decides between direct and group. `room`: a group, however few are in it. */
  readonly kind: 'people' | 'room';
  /** The element around an open conversation. Only drawn ones count. */
  readonly select: string;
  /** Joined by `/`. Unique on the channel, so it names host and account where ids repeat between servers. */
  readonly key: readonly KeyPart[];
  readonly people: readonly People[];
  /** Parts a page of the known shape has besides; their absence means that the page has changed. */
  readonly parts?: readonly { readonly name: string; readonly select: string; readonly count: Count }[];
  /** A second place that names somebody of the conversation: where it names anybody else, nobody is believed. */
  readonly agree?: Field;
  /** Drawn where the page lists only some of the people: then one person shown is not the only one. */
  readonly more?: string;
  /** Where the rep writes to this conversation, within its element: a field, or what can be edited. Only a drawn one counts. */
  readonly composer?: string;
}

export interface Recipe {
  readonly id: string;
  /** Raised with every change, so that a report of a failure says which version failed. */
  readonly version: number;
  readonly channel: ChannelKey;
  readonly trust: Trust;
  /** The day the trust was earned, `YYYY-MM-DD`. */
  readonly checkedOn: string;
  /** What each fact rests on. */
  readonly sources: readonly string[];
  /** A page is claimed when its address matches and, for tools hosted anywhere, the element is there. */
  readonly page: { readonly url: Pattern; readonly element?: string };
  /** The rep's own address, where the page states it. */
  readonly account?: Field;
  readonly views: readonly View[];
  /** Drawn when conversations are listed. */
  readonly list: string;
  /** Addresses that promise an open conversation: finding neither it nor the list there means that the page has changed. */
  readonly opensOn?: Pattern;
}
