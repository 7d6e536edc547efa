// Stands in for the type of @sidestage/channels.
export interface Reading {
  channel: string;
  recipe: { id: string; version: number | string; trust: string };
  kind: 'direct' | 'group' | 'list' | 'none' | 'unreadable';
  conversationKey: string | null;
  scope: string | null;
  participants: {
    role: 'from' | 'to' | 'cc' | 'peer' | 'member';
    handle: string | null;
    name: string | null;
    self: boolean;
  }[];
  reason?: string;
}
