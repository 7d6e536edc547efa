// The types of event the log may carry, and what each one says happened.

export const EVENTS = {
  'contact.created': { meaning: 'A contact was created.' },
  'contact.updated': { meaning: 'Fields of a contact changed.' },
  'contact.archived': { meaning: 'A contact was archived and left the lists.' },
  'contact.restored': { meaning: 'An archived contact came back.' },
  'contact.erased': { meaning: 'A person was erased; only counts and dates remain.' },
  'identity.added': { meaning: 'A contact got one more handle on a channel.' },
  'identity.removed': { meaning: 'A handle was taken from a contact.' },
  'contact.stage_moved': { meaning: 'A contact moved to a stage, or a row about an earlier time was added.' },
  'contact.stage_undone': { meaning: 'The last move of a contact was undone.' },
  'contact.stage_corrected': { meaning: 'A row of the ledger was taken back by a correction, or brought back.' },
  'contact.tags_changed': { meaning: 'Tags were added to or removed from a contact.' },
  'interaction.logged': { meaning: 'Something that happened with a contact was logged.' },
  'follow_up.created': { meaning: 'A follow-up was planned.' },
  'follow_up.completed': { meaning: 'A follow-up was done.' },
  'follow_up.snoozed': { meaning: 'A follow-up was put off to another time.' },
  'follow_up.updated': { meaning: 'The text, time or assignee of a follow-up changed.' },
  'follow_up.reopened': { meaning: 'A closed follow-up was opened again.' },
  'follow_up.cancelled': { meaning: 'A follow-up was cancelled.' },
  'conversation.linked': { meaning: 'A conversation was linked to a contact, or marked as not this person.' },
  'conversation.unlinked': { meaning: 'The link of a conversation was removed.' },
  'staff.invited': { meaning: 'A person was invited to the team.' },
  'staff.updated': { meaning: 'A staff member changed or was switched off.' },
  'staff.joined': { meaning: 'An invited person signed in for the first time.' },
  'key.created': { meaning: 'An API key was created.' },
  'key.revoked': { meaning: 'An API key was revoked.' },
  'settings.updated': { meaning: 'Settings changed.' },
  'tag.created': { meaning: 'A tag was created.' },
  'tag_group.created': { meaning: 'A tag group was created.' },
} as const;

export type EventType = keyof typeof EVENTS;
