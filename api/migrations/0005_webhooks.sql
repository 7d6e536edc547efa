-- Webhooks: endpoints with their place in the event log, and what was sent to them. No words of people: payloads are made
-- from the log when they are sent.
create table webhooks (
  id text primary key, url text not null, description text, types text not null default '[]', enabled integer not null default 1,
  disabled_at integer, disabled_because text,
  secret text not null, previous_secret text, previous_until integer,
  -- the last event that is settled; a new generation tells a sender under way that it was set elsewhere
  cursor integer not null, generation integer not null default 1,
  attempts integer not null default 0, failing_since integer, next_attempt_at integer, last_error text,
  version integer not null default 1, created_by text not null, created_at integer not null, updated_at integer not null
) strict;
create table webhook_deliveries (
  id text primary key, webhook_id text not null references webhooks(id) on delete cascade,
  kind text not null check (kind in ('event','replay','test')), event_id text, event_seq integer, type text not null,
  status text not null check (status in ('pending','retrying','delivered','failed')),
  attempts integer not null, response_status integer, error text, duration_ms integer,
  created_at integer not null, last_attempt_at integer, next_attempt_at integer
) strict;
create index webhook_deliveries_of on webhook_deliveries(webhook_id, id);
create index webhook_deliveries_open on webhook_deliveries(webhook_id, next_attempt_at) where status in ('pending','retrying');
create index webhook_deliveries_age on webhook_deliveries(created_at);
