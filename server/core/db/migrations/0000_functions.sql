-- What a transaction is about, for policies and defaults. A setting that was never made, or belonged to an earlier
-- transaction of the connection, is '' and counts as none: then nothing is visible.
create schema app;
--> statement-breakpoint
create function app.org_id() returns uuid language sql stable as $$ select nullif(current_setting('app.org_id', true), '')::uuid $$;
--> statement-breakpoint
create function app.member_id() returns uuid language sql stable as $$ select nullif(current_setting('app.member_id', true), '')::uuid $$;
--> statement-breakpoint
create function app.role() returns text language sql stable as $$ select nullif(current_setting('app.role', true), '') $$;
--> statement-breakpoint
create function app.teams() returns uuid[] language sql stable as $$ select coalesce(nullif(current_setting('app.teams', true), ''), '{}')::uuid[] $$;
--> statement-breakpoint
create text search configuration app.words (copy = english);
--> statement-breakpoint
alter text search configuration app.words alter mapping for hword, hword_part, word with unaccent, english_stem;

--> statement-breakpoint
-- Foreign keys look past row security, and so must whoever is about to take a row away or to hide it: of these rows of the
-- member's own organization, those that a colleague's row names, also one that the member does not see. It tells no more than
-- that. The tables come later, so these are read when they are first called.
create function app.contacts_colleagues_name(given uuid[]) returns setof uuid language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$ begin return query
  select c.joined_to from contacts c where c.org_id = app.org_id() and c.joined_to = any (given) and c.owner_id <> app.member_id()
  union select x.contact_id from activity_contacts x join activities a on a.org_id = x.org_id and a.id = x.activity_id
    where x.org_id = app.org_id() and x.contact_id = any (given) and a.owner_id <> app.member_id();
end $$;
--> statement-breakpoint
create function app.companies_colleagues_name(given uuid[]) returns setof uuid language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$ begin return query
  select c.joined_to from companies c where c.org_id = app.org_id() and c.joined_to = any (given) and c.owner_id <> app.member_id()
  union select k.company_id from contacts k where k.org_id = app.org_id() and k.company_id = any (given) and k.owner_id <> app.member_id()
  union select a.company_id from activities a where a.org_id = app.org_id() and a.company_id = any (given) and a.owner_id <> app.member_id();
end $$;
--> statement-breakpoint
revoke all on function app.contacts_colleagues_name(uuid[]), app.companies_colleagues_name(uuid[]) from public;
--> statement-breakpoint
grant execute on function app.contacts_colleagues_name(uuid[]), app.companies_colleagues_name(uuid[]) to app_user;
--> statement-breakpoint
-- Row security is forced on the tables' owner too; the role of backups sees every row. It may own, but not make.
grant create on schema app to app_backup;
--> statement-breakpoint
alter function app.contacts_colleagues_name(uuid[]) owner to app_backup;
--> statement-breakpoint
alter function app.companies_colleagues_name(uuid[]) owner to app_backup;
--> statement-breakpoint
revoke create on schema app from app_backup;
