// The panel: give it a place and a host.
export type { Host, Insertion, OpenConversation, Participant, Reading, SiteState, Storage } from './host.ts';
export { mountPanel } from './mount.tsx';
