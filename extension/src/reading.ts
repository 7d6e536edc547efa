// The reading of a page, as the channels say it.
export type { Reading } from '@sidestage/channels';
