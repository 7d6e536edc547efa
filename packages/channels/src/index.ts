// The entry of the channels package: readings, the reader that makes them from a page, and the insertion of text into its composer.
export { findComposer } from './insert/composer.ts';
export { type Insertion, insertText, needsPageWorld } from './insert/insert-text.ts';
export { listenForInsertion, type PageAsk } from './insert/page-world.ts';
export { type ReadOptions, readConversation } from './read-conversation.ts';
export type { Participant, Reading, ReadingKind, ReadingReason } from './reading.ts';
export type { Recipe, Trust } from './recipe.ts';
export { RECIPES } from './registry.ts';
