// Where people come from (product.md C8): met where everybody is, at somebody else's, or at our own.

/** 公域, 他域, 私域. */
export const ORIGIN_DOMAINS = ['public', 'other', 'private'] as const;
export type OriginDomain = (typeof ORIGIN_DOMAINS)[number];
