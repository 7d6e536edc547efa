// Where people come from (product.md C8): met on a public platform, through somebody else's audience, or in the company's own.

/** 公域, 他域, 私域. */
export const ORIGIN_DOMAINS = ['public', 'other', 'private'] as const;
export type OriginDomain = (typeof ORIGIN_DOMAINS)[number];
