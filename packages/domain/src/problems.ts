// Every way the API says no: its code, its status, what it means and what to do about it.

/** An entry of the catalogue: HTTP status, title, what it means, and what the caller can do. */
export type Problem = {
  readonly status: number;
  readonly title: string;
  readonly meaning: string;
  readonly fix: string;
};

const problem = (status: number, title: string, meaning: string, fix: string): Problem => ({
  status,
  title,
  meaning,
  fix,
});

/** Every problem by its code. A code keeps its meaning for ever; docs/problems.md is made from this. */
export const PROBLEMS = {
  // 400: cannot be read at all
  'bad-json': problem(400, 'Not JSON', 'The body could not be read as JSON.', 'Send one valid JSON object in UTF-8.'),
  // 401 and 403: who asks
  unauthenticated: problem(
    401,
    'Sign in',
    'No valid bearer token came with the request.',
    'Send Authorization: Bearer with a key or an access token.',
  ),
  'session-revoked': problem(
    401,
    'Session ended',
    'This session was ended, or its refresh token was used twice.',
    'Sign in with a new invitation code.',
  ),
  'staff-deactivated': problem(
    401,
    'Account switched off',
    'This member of staff was switched off; their sessions have ended.',
    'Ask a manager. A client should delete what it stored about the company.',
  ),
  'invitation-invalid': problem(
    401,
    'Invitation not valid',
    'No open invitation has this code.',
    'Check the code or ask for a new one.',
  ),
  'invitation-used': problem(
    401,
    'Invitation already used',
    'An invitation code works once and this one has been used.',
    'Ask for a new one.',
  ),
  'invitation-expired': problem(
    401,
    'Invitation expired',
    'An invitation code works for 24 hours.',
    'Ask for a new one.',
  ),
  forbidden: problem(
    403,
    'Not allowed',
    'The caller may see this but not do it.',
    'Use a key or a role with the scope named in the detail.',
  ),
  // 404 and 405: what is asked for
  'not-found': problem(404, 'Not found', 'There is nothing here that the caller may see.', 'Check the id.'),
  'method-not-allowed': problem(
    405,
    'Method not allowed',
    'This address does not take this method.',
    'Use a method from the Allow header.',
  ),
  'contact-erased': problem(
    404,
    'Person erased',
    'This person was erased; only counts and dates remain.',
    'Remove the id on your side.',
  ),
  // 409: at odds with what is stored
  'contact-merged': problem(
    409,
    'Part of a merge',
    'The contact has been merged into another, or the row belongs to a merge.',
    'Use the surviving contact, or revert the merge.',
  ),
  'merge-reverted': problem(409, 'Already reverted', 'This merge was reverted before.', 'Nothing needs to be done.'),
  'merge-not-last': problem(
    409,
    'Not the last merge',
    'One of the contacts was merged again after this.',
    'Revert the merge named in merge_id first.',
  ),
  'webhooks-full': problem(
    409,
    'Too many webhooks',
    'No more webhooks can be set up.',
    'Remove one that is not needed.',
  ),
  'tags-full': problem(
    409,
    'Too many tags',
    'There are 1,000 tags in use, 5,000 with the retired ones, or 100 tag groups.',
    'Retire or reuse some: PATCH /v1/tags/{key}. What differs from person to person belongs into a field.',
  ),
  conflict: problem(
    409,
    'Conflict',
    'The request conflicts with what is stored.',
    'Read the resource again, then decide whether the request still makes sense.',
  ),
  'already-exists': problem(409, 'Already exists', 'Something with this key exists.', 'Use it, or choose another key.'),
  'handle-taken': problem(
    409,
    'Handle belongs to another contact',
    'A handle belongs to one contact.',
    'Use that contact, or mark the identity as shared.',
  ),
  'match-ambiguous': problem(
    409,
    'Handles of several contacts',
    'The handles given belong to more than one contact.',
    'Send them separately, or merge the contacts first.',
  ),
  'stage-changed': problem(
    409,
    'Stage changed meanwhile',
    'The contact is no longer in the stage the move expected.',
    'Look at the card in the answer, then decide whether to move the contact from there.',
  ),
  'context-mismatch': problem(
    409,
    'Conversation belongs to somebody else',
    'The handle named in the context belongs to another contact.',
    'Check who the conversation is with.',
  ),
  'secret-not-repeatable': problem(
    409,
    'Secret is shown once',
    'The first answer to this Idempotency-Key held a secret and was not kept.',
    'Make a new one under a new key.',
  ),
  'stage-retired': problem(
    409,
    'Stage retired',
    'The contact would return to a stage that a later version of the lifecycle retired.',
    'Move the contact to a stage of the version in force.',
  ),
  'draft-missing': problem(
    409,
    'No draft',
    'This lifecycle has no draft.',
    'PUT a draft first; a simulation also takes one in its body.',
  ),
  'draft-outdated': problem(
    409,
    'Draft is outdated',
    'Another version was published since this draft was made.',
    'Read the lifecycle as it is now and make a new draft.',
  ),
  'draft-unchanged': problem(409, 'Nothing to publish', 'The draft changes nothing.', 'Change it first, or delete it.'),
  'publication-running': problem(
    409,
    'Still publishing',
    'People are still being moved out of the stages the last version retired.',
    'Wait until that publication is done.',
  ),
  'follow-up-closed': problem(
    409,
    'Follow-up is closed',
    'The follow-up is done or cancelled.',
    'Reopen it, or create a new one.',
  ),
  'handover-closed': problem(
    409,
    'Handover is closed',
    'The handover was accepted or declined before, or withdrawn because the contact moved on.',
    'Read the handover: its status says what became of it.',
  ),
  'contact-archived': problem(409, 'Contact is archived', 'An archived contact takes no changes.', 'Restore it first.'),
  'import-state': problem(
    409,
    'Not in this state',
    'The import is in a state that does not allow this.',
    'Read the import: its status says what comes next.',
  ),
  'import-file-gone': problem(
    409,
    'File no longer kept',
    'The file of this import was removed after it ended or lay unused.',
    'Upload it again; what was imported before is found again and not doubled.',
  ),
  'last-owner': problem(
    409,
    'Last owner',
    'At least one active owner must remain.',
    'Make somebody else an owner first.',
  ),
  'undo-not-yours': problem(
    409,
    'Not your move',
    'Only the one who made a move can undo it.',
    'Ask them, or make a new move.',
  ),
  'undo-too-late': problem(409, 'Too late to undo', 'A move can be undone for 10 minutes.', 'Make a new move.'),
  'undo-not-last': problem(
    409,
    'Not the last move',
    'Only the last move can be undone.',
    'Undo later moves first, or make a new move.',
  ),
  'undo-already': problem(409, 'Already undone', 'This move was undone before.', 'Nothing is left to do.'),
  'undo-first-row': problem(
    409,
    'Nothing to return to',
    'Without this row the contact would be in no stage.',
    'Move the contact instead.',
  ),
  // 412 to 415: preconditions and bodies
  'version-mismatch': problem(
    412,
    'Changed meanwhile',
    'If-Match names a version that is no longer current.',
    'Merge with the representation in the answer and send again.',
  ),
  'body-too-large': problem(413, 'Body too large', 'The body is over the limit.', 'Send less, or use a batch.'),
  'unsupported-media-type': problem(
    415,
    'Wrong content type',
    'The body is not of a type this address takes.',
    'Send application/json.',
  ),
  // 422: understood and refused
  'validation-failed': problem(
    422,
    'Not valid',
    'At least one field or parameter is not valid.',
    'See errors: each has a pointer, a code and a detail.',
  ),
  'field-unknown': problem(
    422,
    'Unknown field',
    'The body has a field this operation does not take.',
    'Remove it, or use the name suggested.',
  ),
  'parameter-unknown': problem(
    422,
    'Unknown parameter',
    'The query has a parameter this operation does not take.',
    'Remove it, or use the name suggested.',
  ),
  'field-required': problem(422, 'Missing field', 'A field this operation needs is missing.', 'Add it.'),
  'field-invalid': problem(422, 'Invalid field', 'A value is not of the type or form asked for.', 'See the detail.'),
  'value-unfit': problem(
    422,
    'Value does not fit',
    'A value has the right form but does not fit the other values, the calendar or what is stored.',
    'See the detail.',
  ),
  'text-too-long': problem(422, 'Text too long', 'A text is over its limit; nothing is ever cut.', 'Shorten it.'),
  'text-malformed': problem(
    422,
    'Malformed text',
    'A text holds characters that cannot be stored.',
    'Remove control characters and broken surrogates.',
  ),
  'limit-out-of-range': problem(422, 'Out of range', 'A number is outside its limits.', 'Use a number within them.'),
  'cursor-invalid': problem(
    400,
    'Cursor not valid',
    'The cursor belongs to another query or is damaged.',
    'Ask for the first page again, without a cursor.',
  ),
  'time-malformed': problem(
    422,
    'Malformed time',
    'A time is not an RFC 3339 date-time with an offset.',
    'Write it like 2026-11-27T10:00:00Z or with +08:00.',
  ),
  'local-time-malformed': problem(
    422,
    'Malformed local time',
    'A local time must be a real date and time, without an offset.',
    'Write it like 2026-11-27T10:00 and give the time zone in its own field.',
  ),
  'zone-unknown': problem(
    422,
    'Unknown time zone',
    'The zone is not a name from the IANA list.',
    'Use one like Asia/Shanghai.',
  ),
  'channel-unknown': problem(
    422,
    'Unknown channel',
    'No channel has this key.',
    'Use a channel from the catalogue, or other.',
  ),
  'handle-malformed': problem(
    422,
    'Malformed handle',
    'The handle does not have the form its channel asks for.',
    'See the detail, and write the handle as its channel does: name@example.com, +34 612 345 678.',
  ),
  'handle-too-long': problem(422, 'Handle too long', 'The handle is over its limit.', 'Check that it is one handle.'),
  'phone-region-needed': problem(
    422,
    'Phone number without country',
    'A number without + is read in the default region, and none is set.',
    'Start it with + and the country code, or set the country of numbers without one: PATCH /v1/settings {"default_region": "CN"}.',
  ),
  'handles-or-hints-needed': problem(
    422,
    'Nothing to resolve',
    'Neither handles nor hints were given.',
    'Give at least one of them.',
  ),
  'variable-unknown': problem(
    422,
    'Unknown variable',
    'A script names a variable that does not exist.',
    'Use one of the variables the detail names. For a brace that is only text write it twice: {{ or }}.',
  ),
  'brace-unbalanced': problem(
    422,
    'Unmatched brace',
    'A script has a brace that neither opens nor closes a variable.',
    'For a brace that is only text write it twice: {{ or }}.',
  ),
  'lifecycle-unknown': problem(
    422,
    'Unknown lifecycle',
    'No lifecycle has this key.',
    'Use a key from /v1/lifecycles.',
  ),
  'stages-missing': problem(
    422,
    'No stages',
    'A lifecycle needs at least one stage people can be in.',
    'Keep a stage, or add one.',
  ),
  'stage-repeated': problem(422, 'Stage named twice', 'Two stages have the same key.', 'Give each a key of its own.'),
  'stage-mapping-needed': problem(
    422,
    'Nowhere to go',
    'The draft retires a stage and does not say where its people go.',
    'Name a stage of the draft for it in mapping.',
  ),
  'stage-mapping-unfit': problem(
    422,
    'Mapping does not fit',
    'The mapping names a stage that is not retired, or leads to one the draft does not have.',
    'Map each retired stage to a stage of the draft, and no other.',
  ),
  'criterion-repeated': problem(
    422,
    'Criterion named twice',
    'Two criteria of a stage have the same key.',
    'Give each a key of its own.',
  ),
  'stage-unknown': problem(
    422,
    'Unknown stage',
    'The lifecycle has no stage with this key.',
    'Use a stage of the lifecycle; for a move, one of allowed_moves.',
  ),
  'move-not-allowed': problem(
    422,
    'Move not allowed',
    'The policy of the lifecycle does not allow this move.',
    'Use one of allowed_moves.',
  ),
  'criteria-unmet': problem(
    422,
    'Criteria not met',
    'The stage asks for criteria that are not met.',
    'Meet those in unmet_criteria, or give evidence for them.',
  ),
  'reason-required': problem(422, 'Reason needed', 'This move needs a reason.', 'Give a code from /v1/reasons.'),
  'reason-unknown': problem(422, 'Unknown reason', 'No reason has this code.', 'Give a code from /v1/reasons.'),
  'reason-unfit': problem(
    422,
    'Reason does not fit',
    'This reason is for another kind of move.',
    'Give one that fits, or other with a note.',
  ),
  'reason-note-required': problem(422, 'Note needed', 'This reason needs a note that explains it.', 'Add a note.'),
  'close-not-allowed': problem(
    422,
    'Cannot be closed this way',
    'The contact is in no stage of the lifecycle, the outcome does not fit this contact, or the lifecycle has a stage of its own for this end.',
    'See the detail: give another outcome, or move the contact to the stage it names.',
  ),
  'effective-too-early': problem(
    422,
    'Before the last move',
    'A contact cannot be closed or reopened as of a time before their last move.',
    'Leave effective_at out, or correct the move.',
  ),
  'effective-in-future': problem(
    422,
    'In the future',
    'A move cannot take effect more than 60 seconds ahead.',
    'Leave effective_at out, or plan a follow-up.',
  ),
  'tag-unknown': problem(422, 'Unknown tag', 'No tag has this key.', 'Use a key from /v1/tags, or create it first.'),
  'tag-group-unknown': problem(
    422,
    'Unknown tag group',
    'No tag group has this key.',
    'Use a key from /v1/tag-groups, or create it first.',
  ),
  'tags-too-many': problem(
    422,
    'Too many tags on a contact',
    'A contact has at most 100 tags.',
    'Take some off first. What differs from person to person belongs into a field.',
  ),
  'tags-conflict': problem(
    422,
    'Tags exclude each other',
    'Several tags of one single-choice group, or one tag both added and removed.',
    'Choose one of those named.',
  ),
  'import-refused': problem(
    422,
    'Cannot be imported this way',
    'The file does not fit the mapping or the options. Nothing was written.',
    'See errors: each names the column and what to state or correct.',
  ),
  'batch-refused': problem(
    422,
    'Batch refused',
    'An atomic batch has items that were refused, so nothing was written.',
    'See errors and results; correct or leave out those items, or send the batch with mode each.',
  ),
  'staff-unknown': problem(
    422,
    'Unknown staff member',
    'No active staff member has this id.',
    'Use an id from /v1/staff.',
  ),
  'contact-unknown': problem(422, 'Unknown contact', 'No contact the caller may see has this id.', 'Check the id.'),
  'event-type-unknown': problem(
    422,
    'Unknown event type',
    'No event has this type.',
    'Use types from /events, or an area such as contact.*.',
  ),
  'webhook-address-refused': problem(
    422,
    'Address refused',
    'A webhook may not go to this address: it is not https, cannot be found, or is in a private network.',
    'Use an https address on the open internet, or have the operator allow its network.',
  ),
  'scope-unknown': problem(422, 'Unknown scope', 'No scope has this name.', 'Use names from the catalogue of scopes.'),
  'idempotency-key-reused': problem(
    422,
    'Idempotency-Key used before',
    'Another request was sent under this key.',
    'Use a new key for a new request.',
  ),
  'idempotency-key-malformed': problem(
    400,
    'Malformed Idempotency-Key',
    'The key is empty, over 255 characters, or not printable ASCII.',
    'Send a random id.',
  ),
  // 428 and up: later, or not at all
  'precondition-required': problem(
    428,
    'Precondition needed',
    'This operation needs If-Match.',
    'Read the resource and send its ETag.',
  ),
  'rate-limited': problem(
    429,
    'Too many requests',
    'This key sends faster than it may.',
    'Wait as long as Retry-After says.',
  ),
  internal: problem(
    500,
    'Something broke',
    'The service failed; nothing was half-written.',
    'Send the request again; if it stays, report the request_id.',
  ),
  busy: problem(
    503,
    'Busy',
    'The database is locked or the service is stopping.',
    'Send the request again after Retry-After.',
  ),
  'storage-full': problem(507, 'Disk full', 'Nothing more can be stored.', 'Free space on the server.'),
} as const satisfies Record<string, Problem>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Whether the text is a code of the catalogue. */
export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEMS, text);
}
