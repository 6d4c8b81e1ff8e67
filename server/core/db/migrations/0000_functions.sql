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
