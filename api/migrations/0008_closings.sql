-- A contact may be closed where they stand: a ledger row that keeps the stage and says the outcome, or `open` for opened again.
alter table transitions add column outcome text check (outcome in ('lost','disqualified','churned','open'));
alter table positions add column closed_outcome text;
alter table positions add column closed_reason text;
alter table positions add column closed_at integer;
-- reasons for those who bought and left; what a company changed itself stays
update reasons set kinds = '["backward","lost","churned"]'
  where kinds = '["backward","lost"]' and code in ('no-budget','gone-quiet','price','chose-competitor','need-gone','dissatisfied');
