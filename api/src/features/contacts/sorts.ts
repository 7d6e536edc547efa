// The orders people can be listed in, by the names the wire has for them.

export const SORTS = [
  'relevance',
  '-created_at',
  'created_at',
  '-updated_at',
  'updated_at',
  'display_name',
  '-display_name',
  'last_touch_at',
  '-last_touch_at',
  'next_follow_up_at',
  '-next_follow_up_at',
] as const;
export type Sort = (typeof SORTS)[number];
