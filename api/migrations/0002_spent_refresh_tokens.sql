-- Every refresh token that was replaced, so that one which comes back long after is known as stolen and ends its session.
create table spent_refresh_tokens (
  hash text primary key, session_id text not null references sessions(id), spent_at integer not null
) strict, without rowid;
create index spent_refresh_tokens_age on spent_refresh_tokens(spent_at);
