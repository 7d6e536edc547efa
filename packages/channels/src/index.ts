// The door of the channels package: what a page says, and the reader that asks it.
export { type ReadOptions, readConversation } from './read-conversation.ts';
export type { Participant, Reading, ReadingKind, ReadingReason } from './reading.ts';
export type { Recipe, Trust } from './recipe.ts';
export { RECIPES } from './registry.ts';
