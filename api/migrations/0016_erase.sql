-- Erasing somebody also empties what was written in a conversation with them on another contact.
create index write_contexts_handle on write_contexts(handle) where handle is not null;
