CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE TABLE "interactions" (
	"id" uuid NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"task" text NOT NULL,
	"prompt_version" integer NOT NULL,
	"model" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"duration_ms" integer NOT NULL,
	"input_tokens" integer NOT NULL,
	"output_tokens" integer NOT NULL,
	"left_machine" boolean NOT NULL,
	"outcome" text NOT NULL,
	"error" text,
	CONSTRAINT "interactions_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "interactions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "model_settings" (
	"org_id" uuid PRIMARY KEY DEFAULT app.org_id() NOT NULL,
	"base_url" text,
	"model" text,
	"api_key" "bytea",
	"send_unmasked" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "model_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_heads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_payloads" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"sequence" bigint NOT NULL,
	"member_id" uuid NOT NULL,
	"private" boolean NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "audit_payloads_org_id_sequence_pk" PRIMARY KEY("org_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "audit_payloads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_log" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"sequence" bigint NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"actor_kind" text NOT NULL,
	"member_id" uuid NOT NULL,
	"token_id" uuid,
	"action" text NOT NULL,
	"record_id" text,
	"request_id" text NOT NULL,
	"before_hash" text,
	"after_hash" text,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_log_org_id_sequence_pk" PRIMARY KEY("org_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "audit_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "auth"."account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	"organization_id" text,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth"."user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access_tokens" (
	"id" uuid NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	CONSTRAINT "access_tokens_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "access_tokens_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "access_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organizations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pairing_requests" (
	"device_hash" text PRIMARY KEY NOT NULL,
	"user_code" text NOT NULL,
	"device" text NOT NULL,
	"scopes" text[] NOT NULL,
	"state" text NOT NULL,
	"org_id" uuid,
	"member_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pairing_requests_user_code_unique" UNIQUE("user_code")
);
--> statement-breakpoint
ALTER TABLE "pairing_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox" (
	"sequence" bigserial PRIMARY KEY NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"member_id" uuid DEFAULT app.member_id() NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"request_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "blob_parts" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"hash" text NOT NULL,
	"part" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "blob_parts_org_id_hash_part_pk" PRIMARY KEY("org_id","hash","part")
);
--> statement-breakpoint
ALTER TABLE "blob_parts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "files_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"response" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_org_id_owner_id_key_pk" PRIMARY KEY("org_id","owner_id","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job_failures" (
	"id" uuid NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"name" text NOT NULL,
	"event" text NOT NULL,
	"payload" jsonb NOT NULL,
	"error" text NOT NULL,
	"attempts" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"retried_at" timestamp (3) with time zone,
	CONSTRAINT "job_failures_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "job_failures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "activity_contacts" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"activity_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	CONSTRAINT "activity_contacts_org_id_activity_id_contact_id_pk" PRIMARY KEY("org_id","activity_id","contact_id")
);
--> statement-breakpoint
ALTER TABLE "activity_contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "activities" (
	"id" uuid NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"team_id" uuid,
	"visibility" text DEFAULT 'organization' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"private" boolean DEFAULT false NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"due_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	"company_id" uuid,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "activities_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "activities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "capture_policies" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"mode" text NOT NULL,
	"never_store" jsonb NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "capture_policies_org_id_owner_id_pk" PRIMARY KEY("org_id","owner_id")
);
--> statement-breakpoint
ALTER TABLE "capture_policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "forgotten_names" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "forgotten_names_org_id_owner_id_name_pk" PRIMARY KEY("org_id","owner_id","name")
);
--> statement-breakpoint
ALTER TABLE "forgotten_names" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "companies_apart" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "companies_apart_org_id_one_id_other_id_pk" PRIMARY KEY("org_id","one_id","other_id")
);
--> statement-breakpoint
ALTER TABLE "companies_apart" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "company_domains" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"company_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"scope" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "company_domains_org_id_company_id_domain_pk" PRIMARY KEY("org_id","company_id","domain")
);
--> statement-breakpoint
ALTER TABLE "company_domains" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "company_merges" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"company_id" uuid NOT NULL,
	"kept_id" uuid NOT NULL,
	"filled" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "company_merges_org_id_company_id_pk" PRIMARY KEY("org_id","company_id")
);
--> statement-breakpoint
ALTER TABLE "company_merges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "company_parents" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"company_id" uuid NOT NULL,
	"parent_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "company_parents_org_id_company_id_pk" PRIMARY KEY("org_id","company_id")
);
--> statement-breakpoint
ALTER TABLE "company_parents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "companies" (
	"id" uuid NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"team_id" uuid,
	"visibility" text DEFAULT 'organization' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"state" text NOT NULL,
	"saved_by" text,
	"joined_to" uuid,
	"name" text NOT NULL,
	"lower_name" text GENERATED ALWAYS AS (lower(name)) STORED NOT NULL,
	"industry" text,
	"size_band" text,
	"website" text,
	"notes" text,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "companies_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "companies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contacts_apart" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contacts_apart_org_id_one_id_other_id_pk" PRIMARY KEY("org_id","one_id","other_id")
);
--> statement-breakpoint
ALTER TABLE "contacts_apart" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_facts" (
	"sequence" bigserial PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"contact_id" uuid NOT NULL,
	"field" text NOT NULL,
	"value" text,
	"source_kind" text NOT NULL,
	"source_id" text,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contact_facts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_identities" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"contact_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"scope" uuid NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_identities_org_id_contact_id_kind_value_pk" PRIMARY KEY("org_id","contact_id","kind","value")
);
--> statement-breakpoint
ALTER TABLE "contact_identities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_merges" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"contact_id" uuid NOT NULL,
	"kept_id" uuid NOT NULL,
	"moved" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contact_merges_org_id_contact_id_pk" PRIMARY KEY("org_id","contact_id")
);
--> statement-breakpoint
ALTER TABLE "contact_merges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"team_id" uuid,
	"visibility" text DEFAULT 'organization' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"state" text NOT NULL,
	"saved_by" text,
	"joined_to" uuid,
	"name" text NOT NULL,
	"lower_name" text GENERATED ALWAYS AS (lower(name)) STORED NOT NULL,
	"title" text,
	"phones" text[] DEFAULT '{}' NOT NULL,
	"company_id" uuid,
	"notes" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "contacts_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_sightings" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"address" text NOT NULL,
	"first_at" timestamp (3) with time zone,
	"last_at" timestamp (3) with time zone,
	"mails_in" integer NOT NULL,
	"mails_out" integer NOT NULL,
	"mails_observed" integer NOT NULL,
	CONSTRAINT "contact_sightings_org_id_owner_id_address_pk" PRIMARY KEY("org_id","owner_id","address")
);
--> statement-breakpoint
ALTER TABLE "contact_sightings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "email_attachments" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"email_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"file_id" uuid NOT NULL,
	"content_id" text,
	CONSTRAINT "email_attachments_org_id_email_id_position_pk" PRIMARY KEY("org_id","email_id","position")
);
--> statement-breakpoint
ALTER TABLE "email_attachments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "email_sources" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"source_id" text NOT NULL,
	"email_id" uuid NOT NULL,
	CONSTRAINT "email_sources_org_id_owner_id_source_id_pk" PRIMARY KEY("org_id","owner_id","source_id")
);
--> statement-breakpoint
ALTER TABLE "email_sources" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "emails" (
	"id" uuid NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"thread_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"subject" text NOT NULL,
	"from_name" text NOT NULL,
	"from_address" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"text" text NOT NULL,
	"spans" jsonb NOT NULL,
	"html" text,
	"headers" text,
	"beside" jsonb,
	"automatic" boolean NOT NULL,
	"addressed" boolean NOT NULL,
	"asks" text,
	"asks_start" integer,
	"asks_settled" boolean DEFAULT false NOT NULL,
	"snippet" text NOT NULL,
	"opening" text NOT NULL,
	"join_key" text NOT NULL,
	"import_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "emails_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "emails" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "panel_items" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"source_id" text NOT NULL,
	"outcome" text NOT NULL,
	"by" text NOT NULL,
	"reason" text,
	"rule" text,
	"email_id" uuid,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "panel_items_org_id_owner_id_source_id_pk" PRIMARY KEY("org_id","owner_id","source_id")
);
--> statement-breakpoint
ALTER TABLE "panel_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "email_participants" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"email_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"direction" text NOT NULL,
	"own" boolean NOT NULL,
	CONSTRAINT "email_participants_org_id_email_id_position_pk" PRIMARY KEY("org_id","email_id","position")
);
--> statement-breakpoint
ALTER TABLE "email_participants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_sources" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"source_id" text NOT NULL,
	"thread_id" uuid NOT NULL,
	CONSTRAINT "thread_sources_org_id_owner_id_source_id_pk" PRIMARY KEY("org_id","owner_id","source_id")
);
--> statement-breakpoint
ALTER TABLE "thread_sources" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "threads" (
	"id" uuid NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"subject" text NOT NULL,
	"subject_key" text NOT NULL,
	"people" jsonb NOT NULL,
	"count" integer NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"lastDirection" text NOT NULL,
	"snippet" text NOT NULL,
	"owed_by" text,
	"owed_since" timestamp (3) with time zone,
	"owed_email_id" uuid,
	"owed_asks" text,
	"owed_start" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "threads_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "threads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_items" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"import_id" uuid NOT NULL,
	"item" integer NOT NULL,
	"file" text NOT NULL,
	"position" integer NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"rule" text,
	"email_id" uuid,
	"file_id" uuid,
	"size_bytes" bigint NOT NULL,
	CONSTRAINT "import_items_org_id_import_id_item_pk" PRIMARY KEY("org_id","import_id","item")
);
--> statement-breakpoint
ALTER TABLE "import_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_parts" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"import_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"size_bytes" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "import_parts_org_id_import_id_part_pk" PRIMARY KEY("org_id","import_id","part")
);
--> statement-breakpoint
ALTER TABLE "import_parts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"counts" jsonb NOT NULL,
	"bytes_received" bigint DEFAULT 0 NOT NULL,
	"bytes_read" bigint DEFAULT 0 NOT NULL,
	"bytes_total" bigint,
	"position" integer DEFAULT 0 NOT NULL,
	"guessed_address" text,
	"error" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "imports_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "own_addresses" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"address" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "own_addresses_org_id_owner_id_address_pk" PRIMARY KEY("org_id","owner_id","address")
);
--> statement-breakpoint
ALTER TABLE "own_addresses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "promise_answers" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"promise_id" uuid NOT NULL,
	"email_id" uuid NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"quote" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "promise_answers_org_id_promise_id_pk" PRIMARY KEY("org_id","promise_id")
);
--> statement-breakpoint
ALTER TABLE "promise_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "promises" (
	"id" uuid NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"email_id" uuid NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"quote" text NOT NULL,
	"kind" text NOT NULL,
	"owes" text NOT NULL,
	"owed_to" text NOT NULL,
	"person_name" text NOT NULL,
	"person_address" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"due_on" date,
	"due_words" text,
	"mentioned_at" timestamp (3) with time zone NOT NULL,
	"decision" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "promises_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "promises" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "embeddings" (
	"passage_id" bigint NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"scope_id" integer NOT NULL,
	"model" text NOT NULL,
	"vector" vector,
	"sparse" sparsevec,
	CONSTRAINT "embeddings_passage_id_model_pk" PRIMARY KEY("passage_id","model")
);
--> statement-breakpoint
ALTER TABLE "embeddings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_passages" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"scope_id" integer NOT NULL,
	"record_kind" text NOT NULL,
	"record_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"start" integer NOT NULL,
	"body" text NOT NULL,
	"at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "search_passages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_scopes" (
	"id" serial PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"kind" text NOT NULL,
	"subject" uuid NOT NULL,
	"passages" integer DEFAULT 0 NOT NULL,
	"words" bigint DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_scopes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_index" (
	"passage_id" bigint PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"scope_id" integer NOT NULL,
	"length" integer NOT NULL,
	"lexemes" "tsvector" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_index" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_terms" (
	"scope_id" integer NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"lexeme" text NOT NULL,
	"passages" integer NOT NULL,
	CONSTRAINT "search_terms_scope_id_lexeme_pk" PRIMARY KEY("scope_id","lexeme")
);
--> statement-breakpoint
ALTER TABLE "search_terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "voices" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"mails" integer DEFAULT 0 NOT NULL,
	"sent_since" integer DEFAULT 0 NOT NULL,
	"learnt_at" timestamp (3) with time zone,
	"learnt" jsonb NOT NULL,
	"inserted" jsonb DEFAULT '{"waiting":[],"found":null}'::jsonb NOT NULL,
	"edited" jsonb NOT NULL,
	"allow_examples" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "voices_org_id_owner_id_pk" PRIMARY KEY("org_id","owner_id")
);
--> statement-breakpoint
ALTER TABLE "voices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "interactions" ADD CONSTRAINT "interactions_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_settings" ADD CONSTRAINT "model_settings_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_heads" ADD CONSTRAINT "audit_heads_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_payloads" ADD CONSTRAINT "audit_payloads_org_id_sequence_audit_log_org_id_sequence_fk" FOREIGN KEY ("org_id","sequence") REFERENCES "public"."audit_log"("org_id","sequence") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_org_id_audit_heads_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."audit_heads"("org_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_org_id_owner_id_members_org_id_id_fk" FOREIGN KEY ("org_id","owner_id") REFERENCES "public"."members"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blob_parts" ADD CONSTRAINT "blob_parts_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_failures" ADD CONSTRAINT "job_failures_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_contacts" ADD CONSTRAINT "activity_contacts_org_id_activity_id_activities_org_id_id_fk" FOREIGN KEY ("org_id","activity_id") REFERENCES "public"."activities"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_contacts" ADD CONSTRAINT "activity_contacts_org_id_contact_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","contact_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_org_id_company_id_companies_org_id_id_fk" FOREIGN KEY ("org_id","company_id") REFERENCES "public"."companies"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture_policies" ADD CONSTRAINT "capture_policies_org_id_owner_id_members_org_id_id_fk" FOREIGN KEY ("org_id","owner_id") REFERENCES "public"."members"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forgotten_names" ADD CONSTRAINT "forgotten_names_org_id_owner_id_members_org_id_id_fk" FOREIGN KEY ("org_id","owner_id") REFERENCES "public"."members"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies_apart" ADD CONSTRAINT "companies_apart_org_id_one_id_companies_org_id_id_fk" FOREIGN KEY ("org_id","one_id") REFERENCES "public"."companies"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies_apart" ADD CONSTRAINT "companies_apart_org_id_other_id_companies_org_id_id_fk" FOREIGN KEY ("org_id","other_id") REFERENCES "public"."companies"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_domains" ADD CONSTRAINT "company_domains_org_id_company_id_companies_org_id_id_fk" FOREIGN KEY ("org_id","company_id") REFERENCES "public"."companies"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_merges" ADD CONSTRAINT "company_merges_org_id_company_id_companies_org_id_id_fk" FOREIGN KEY ("org_id","company_id") REFERENCES "public"."companies"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_merges" ADD CONSTRAINT "company_merges_org_id_kept_id_companies_org_id_id_fk" FOREIGN KEY ("org_id","kept_id") REFERENCES "public"."companies"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_parents" ADD CONSTRAINT "company_parents_org_id_company_id_companies_org_id_id_fk" FOREIGN KEY ("org_id","company_id") REFERENCES "public"."companies"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_parents" ADD CONSTRAINT "company_parents_org_id_parent_id_companies_org_id_id_fk" FOREIGN KEY ("org_id","parent_id") REFERENCES "public"."companies"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_org_id_joined_to_companies_org_id_id_fk" FOREIGN KEY ("org_id","joined_to") REFERENCES "public"."companies"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts_apart" ADD CONSTRAINT "contacts_apart_org_id_one_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","one_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts_apart" ADD CONSTRAINT "contacts_apart_org_id_other_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","other_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_facts" ADD CONSTRAINT "contact_facts_org_id_contact_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","contact_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_identities" ADD CONSTRAINT "contact_identities_org_id_contact_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","contact_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_merges" ADD CONSTRAINT "contact_merges_org_id_contact_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","contact_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_merges" ADD CONSTRAINT "contact_merges_org_id_kept_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","kept_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_org_id_joined_to_contacts_org_id_id_fk" FOREIGN KEY ("org_id","joined_to") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_org_id_company_id_companies_org_id_id_fk" FOREIGN KEY ("org_id","company_id") REFERENCES "public"."companies"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_sightings" ADD CONSTRAINT "contact_sightings_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_attachments" ADD CONSTRAINT "email_attachments_org_id_email_id_emails_org_id_id_fk" FOREIGN KEY ("org_id","email_id") REFERENCES "public"."emails"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_attachments" ADD CONSTRAINT "email_attachments_org_id_file_id_files_org_id_id_fk" FOREIGN KEY ("org_id","file_id") REFERENCES "public"."files"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_sources" ADD CONSTRAINT "email_sources_org_id_email_id_emails_org_id_id_fk" FOREIGN KEY ("org_id","email_id") REFERENCES "public"."emails"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emails" ADD CONSTRAINT "emails_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emails" ADD CONSTRAINT "emails_org_id_thread_id_threads_org_id_id_fk" FOREIGN KEY ("org_id","thread_id") REFERENCES "public"."threads"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_items" ADD CONSTRAINT "panel_items_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_participants" ADD CONSTRAINT "email_participants_org_id_email_id_emails_org_id_id_fk" FOREIGN KEY ("org_id","email_id") REFERENCES "public"."emails"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_sources" ADD CONSTRAINT "thread_sources_org_id_thread_id_threads_org_id_id_fk" FOREIGN KEY ("org_id","thread_id") REFERENCES "public"."threads"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_items" ADD CONSTRAINT "import_items_org_id_import_id_imports_org_id_id_fk" FOREIGN KEY ("org_id","import_id") REFERENCES "public"."imports"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_parts" ADD CONSTRAINT "import_parts_org_id_import_id_imports_org_id_id_fk" FOREIGN KEY ("org_id","import_id") REFERENCES "public"."imports"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_org_id_owner_id_members_org_id_id_fk" FOREIGN KEY ("org_id","owner_id") REFERENCES "public"."members"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_addresses" ADD CONSTRAINT "own_addresses_org_id_owner_id_members_org_id_id_fk" FOREIGN KEY ("org_id","owner_id") REFERENCES "public"."members"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_answers" ADD CONSTRAINT "promise_answers_org_id_promise_id_promises_org_id_id_fk" FOREIGN KEY ("org_id","promise_id") REFERENCES "public"."promises"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_answers" ADD CONSTRAINT "promise_answers_org_id_email_id_emails_org_id_id_fk" FOREIGN KEY ("org_id","email_id") REFERENCES "public"."emails"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_org_id_email_id_emails_org_id_id_fk" FOREIGN KEY ("org_id","email_id") REFERENCES "public"."emails"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "embeddings" ADD CONSTRAINT "embeddings_passage_id_search_passages_id_fk" FOREIGN KEY ("passage_id") REFERENCES "public"."search_passages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_passages" ADD CONSTRAINT "search_passages_scope_id_search_scopes_id_fk" FOREIGN KEY ("scope_id") REFERENCES "public"."search_scopes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_scopes" ADD CONSTRAINT "search_scopes_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_index" ADD CONSTRAINT "search_index_passage_id_search_passages_id_fk" FOREIGN KEY ("passage_id") REFERENCES "public"."search_passages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_terms" ADD CONSTRAINT "search_terms_scope_id_search_scopes_id_fk" FOREIGN KEY ("scope_id") REFERENCES "public"."search_scopes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voices" ADD CONSTRAINT "voices_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "members_once_per_user" ON "members" USING btree ("user_id","org_id");--> statement-breakpoint
CREATE INDEX "outbox_unsent" ON "outbox" USING btree ("sequence") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "files_by_hash" ON "files" USING btree ("org_id","hash");--> statement-breakpoint
CREATE INDEX "activity_contacts_by_contact" ON "activity_contacts" USING btree ("org_id","contact_id");--> statement-breakpoint
CREATE INDEX "activities_by_time" ON "activities" USING btree ("org_id","at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "activities_by_company" ON "activities" USING btree ("org_id","company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "company_domains_once" ON "company_domains" USING btree ("org_id","scope","domain");--> statement-breakpoint
CREATE INDEX "company_parents_by_parent" ON "company_parents" USING btree ("org_id","parent_id");--> statement-breakpoint
CREATE INDEX "companies_by_name" ON "companies" USING btree ("org_id","lower_name");--> statement-breakpoint
CREATE INDEX "companies_joined" ON "companies" USING btree ("org_id","joined_to") WHERE joined_to is not null;--> statement-breakpoint
CREATE INDEX "contact_facts_by_contact" ON "contact_facts" USING btree ("org_id","contact_id","field");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_identities_once" ON "contact_identities" USING btree ("org_id","scope","kind","value");--> statement-breakpoint
CREATE INDEX "contact_identities_by_value" ON "contact_identities" USING btree ("org_id","kind","value");--> statement-breakpoint
CREATE INDEX "contacts_joined" ON "contacts" USING btree ("org_id","joined_to") WHERE joined_to is not null;--> statement-breakpoint
CREATE INDEX "contacts_by_name" ON "contacts" USING btree ("org_id","state","lower_name");--> statement-breakpoint
CREATE INDEX "contacts_by_company" ON "contacts" USING btree ("org_id","company_id");--> statement-breakpoint
CREATE INDEX "contacts_name_trigrams" ON "contacts" USING gin ("lower_name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "contact_sightings_by_time" ON "contact_sightings" USING btree ("org_id","owner_id","last_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "email_sources_by_email" ON "email_sources" USING btree ("org_id","email_id");--> statement-breakpoint
CREATE INDEX "emails_by_thread" ON "emails" USING btree ("org_id","thread_id","at");--> statement-breakpoint
CREATE INDEX "emails_by_join_key" ON "emails" USING btree ("org_id","owner_id","join_key");--> statement-breakpoint
CREATE INDEX "emails_by_import" ON "emails" USING btree ("org_id","import_id");--> statement-breakpoint
CREATE INDEX "emails_with_others_beside" ON "emails" USING btree ("org_id","owner_id") WHERE "emails"."beside" is not null;--> statement-breakpoint
CREATE INDEX "panel_items_by_email" ON "panel_items" USING btree ("org_id","email_id");--> statement-breakpoint
CREATE INDEX "panel_items_by_time" ON "panel_items" USING btree ("org_id","owner_id","at" DESC NULLS FIRST,"source_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "email_participants_by_address" ON "email_participants" USING btree ("org_id","address","at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "thread_sources_by_thread" ON "thread_sources" USING btree ("org_id","thread_id");--> statement-breakpoint
CREATE INDEX "threads_by_time" ON "threads" USING btree ("org_id","owner_id","last_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "threads_owed" ON "threads" USING btree ("org_id","owner_id","owed_by","owed_since");--> statement-breakpoint
CREATE INDEX "threads_by_subject" ON "threads" USING btree ("org_id","owner_id","subject_key","last_at");--> statement-breakpoint
CREATE INDEX "import_items_by_email" ON "import_items" USING btree ("org_id","email_id");--> statement-breakpoint
CREATE INDEX "promise_answers_by_email" ON "promise_answers" USING btree ("org_id","email_id");--> statement-breakpoint
CREATE UNIQUE INDEX "promises_once_per_sentence" ON "promises" USING btree ("org_id","email_id","start");--> statement-breakpoint
CREATE INDEX "promises_by_person" ON "promises" USING btree ("org_id","person_address","at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "promises_by_time" ON "promises" USING btree ("org_id","owner_id","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "embeddings_by_scope" ON "embeddings" USING btree ("scope_id","model");--> statement-breakpoint
CREATE UNIQUE INDEX "search_passages_by_record" ON "search_passages" USING btree ("org_id","record_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "search_scopes_once" ON "search_scopes" USING btree ("org_id","kind","subject");--> statement-breakpoint
CREATE INDEX "search_index_lexemes" ON "search_index" USING gin ("lexemes");--> statement-breakpoint
CREATE POLICY "interactions_members" ON "interactions" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and owner_id = (select app.member_id())) WITH CHECK (org_id = (select app.org_id()) and owner_id = (select app.member_id()));--> statement-breakpoint
CREATE POLICY "model_settings_members" ON "model_settings" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id())) WITH CHECK (org_id = (select app.org_id()));--> statement-breakpoint
CREATE POLICY "audit_heads_members" ON "audit_heads" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id())) WITH CHECK (org_id = (select app.org_id()));--> statement-breakpoint
CREATE POLICY "audit_heads_system" ON "audit_heads" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_payloads_write" ON "audit_payloads" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK (org_id = (select app.org_id()));--> statement-breakpoint
CREATE POLICY "audit_payloads_read" ON "audit_payloads" AS PERMISSIVE FOR SELECT TO "app_user" USING (org_id = (select app.org_id()) and ((select app.role()) = 'admin' or member_id = (select app.member_id())) and (not private or member_id = (select app.member_id())));--> statement-breakpoint
CREATE POLICY "audit_log_write" ON "audit_log" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK (org_id = (select app.org_id()));--> statement-breakpoint
CREATE POLICY "audit_log_read" ON "audit_log" AS PERMISSIVE FOR SELECT TO "app_user" USING (org_id = (select app.org_id()) and ((select app.role()) = 'admin' or member_id = (select app.member_id())));--> statement-breakpoint
CREATE POLICY "audit_log_system" ON "audit_log" AS PERMISSIVE FOR INSERT TO "app_system" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "access_tokens_members" ON "access_tokens" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and owner_id = (select app.member_id())) WITH CHECK (org_id = (select app.org_id()) and owner_id = (select app.member_id()));--> statement-breakpoint
CREATE POLICY "access_tokens_system" ON "access_tokens" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "members_members" ON "members" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id())) WITH CHECK (org_id = (select app.org_id()));--> statement-breakpoint
CREATE POLICY "members_system" ON "members" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "organizations_members" ON "organizations" AS PERMISSIVE FOR ALL TO "app_user" USING (id = (select app.org_id())) WITH CHECK (id = (select app.org_id()));--> statement-breakpoint
CREATE POLICY "organizations_system" ON "organizations" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "pairing_requests_system" ON "pairing_requests" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "outbox_write" ON "outbox" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK (org_id = (select app.org_id()) and member_id = (select app.member_id()));--> statement-breakpoint
CREATE POLICY "outbox_system" ON "outbox" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "blob_parts_members" ON "blob_parts" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and exists (select 1 from files where files.org_id = blob_parts.org_id and files.hash = blob_parts.hash)) WITH CHECK (org_id = (select app.org_id()) and exists (select 1 from files where files.org_id = blob_parts.org_id and files.hash = blob_parts.hash));--> statement-breakpoint
CREATE POLICY "blob_parts_system" ON "blob_parts" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "files_members" ON "files" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or shared)) WITH CHECK (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or shared));--> statement-breakpoint
CREATE POLICY "files_system" ON "files" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "idempotency_keys_members" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and owner_id = (select app.member_id())) WITH CHECK (org_id = (select app.org_id()) and owner_id = (select app.member_id()));--> statement-breakpoint
CREATE POLICY "idempotency_keys_system" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "job_failures_members" ON "job_failures" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or (select app.role()) = 'admin')) WITH CHECK (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or (select app.role()) = 'admin'));--> statement-breakpoint
CREATE POLICY "activity_contacts_members" ON "activity_contacts" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and exists (select 1 from activities parent where parent.org_id = activity_contacts.org_id and parent.id = activity_contacts.activity_id)) WITH CHECK (org_id = (select app.org_id()) and exists (select 1 from activities parent where parent.org_id = activity_contacts.org_id and parent.id = activity_contacts.activity_id));--> statement-breakpoint
CREATE POLICY "activities_members" ON "activities" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or (not private and (visibility = 'organization' or (visibility = 'team' and (team_id = any ((select app.teams())::uuid[]) or (select app.role()) = 'manager')) or (select app.role()) = 'admin')))) WITH CHECK (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or (not private and (visibility = 'organization' or (visibility = 'team' and (team_id = any ((select app.teams())::uuid[]) or (select app.role()) = 'manager')) or (select app.role()) = 'admin'))));--> statement-breakpoint
CREATE POLICY "activities_system" ON "activities" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "capture_policies_members" ON "capture_policies" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and owner_id = (select app.member_id())) WITH CHECK (org_id = (select app.org_id()) and owner_id = (select app.member_id()));--> statement-breakpoint
CREATE POLICY "forgotten_names_members" ON "forgotten_names" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and owner_id = (select app.member_id())) WITH CHECK (org_id = (select app.org_id()) and owner_id = (select app.member_id()));--> statement-breakpoint
CREATE POLICY "companies_apart_members" ON "companies_apart" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and exists (select 1 from companies parent where parent.org_id = companies_apart.org_id and parent.id = companies_apart.one_id) and exists (select 1 from companies parent where parent.org_id = companies_apart.org_id and parent.id = companies_apart.other_id)) WITH CHECK (org_id = (select app.org_id()) and exists (select 1 from companies parent where parent.org_id = companies_apart.org_id and parent.id = companies_apart.one_id) and exists (select 1 from companies parent where parent.org_id = companies_apart.org_id and parent.id = companies_apart.other_id));--> statement-breakpoint
CREATE POLICY "company_domains_members" ON "company_domains" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and (scope = '00000000-0000-0000-0000-000000000000' or scope = (select app.member_id()) or scope = any ((select app.teams())::uuid[]) or ((select app.role()) <> 'agent' and exists (select 1 from companies parent where parent.org_id = company_domains.org_id and parent.id = company_domains.company_id)))) WITH CHECK (org_id = (select app.org_id()) and (scope = '00000000-0000-0000-0000-000000000000' or scope = (select app.member_id()) or scope = any ((select app.teams())::uuid[]) or ((select app.role()) <> 'agent' and exists (select 1 from companies parent where parent.org_id = company_domains.org_id and parent.id = company_domains.company_id))));--> statement-breakpoint
CREATE POLICY "company_merges_members" ON "company_merges" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and exists (select 1 from companies parent where parent.org_id = company_merges.org_id and parent.id = company_merges.company_id)) WITH CHECK (org_id = (select app.org_id()) and exists (select 1 from companies parent where parent.org_id = company_merges.org_id and parent.id = company_merges.company_id));--> statement-breakpoint
CREATE POLICY "company_parents_members" ON "company_parents" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and exists (select 1 from companies parent where parent.org_id = company_parents.org_id and parent.id = company_parents.company_id) and exists (select 1 from companies parent where parent.org_id = company_parents.org_id and parent.id = company_parents.parent_id)) WITH CHECK (org_id = (select app.org_id()) and exists (select 1 from companies parent where parent.org_id = company_parents.org_id and parent.id = company_parents.company_id) and exists (select 1 from companies parent where parent.org_id = company_parents.org_id and parent.id = company_parents.parent_id));--> statement-breakpoint
CREATE POLICY "companies_members" ON "companies" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or (state = 'saved' and (visibility = 'organization' or (visibility = 'team' and (team_id = any ((select app.teams())::uuid[]) or (select app.role()) = 'manager')) or (select app.role()) = 'admin')))) WITH CHECK (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or (state = 'saved' and (visibility = 'organization' or (visibility = 'team' and (team_id = any ((select app.teams())::uuid[]) or (select app.role()) = 'manager')) or (select app.role()) = 'admin'))));--> statement-breakpoint
CREATE POLICY "contacts_apart_members" ON "contacts_apart" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and exists (select 1 from contacts parent where parent.org_id = contacts_apart.org_id and parent.id = contacts_apart.one_id) and exists (select 1 from contacts parent where parent.org_id = contacts_apart.org_id and parent.id = contacts_apart.other_id)) WITH CHECK (org_id = (select app.org_id()) and exists (select 1 from contacts parent where parent.org_id = contacts_apart.org_id and parent.id = contacts_apart.one_id) and exists (select 1 from contacts parent where parent.org_id = contacts_apart.org_id and parent.id = contacts_apart.other_id));--> statement-breakpoint
CREATE POLICY "contact_facts_members" ON "contact_facts" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and exists (select 1 from contacts parent where parent.org_id = contact_facts.org_id and parent.id = contact_facts.contact_id)) WITH CHECK (org_id = (select app.org_id()) and exists (select 1 from contacts parent where parent.org_id = contact_facts.org_id and parent.id = contact_facts.contact_id));--> statement-breakpoint
CREATE POLICY "contact_identities_members" ON "contact_identities" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and (scope = '00000000-0000-0000-0000-000000000000' or scope = (select app.member_id()) or scope = any ((select app.teams())::uuid[]) or ((select app.role()) <> 'agent' and exists (select 1 from contacts parent where parent.org_id = contact_identities.org_id and parent.id = contact_identities.contact_id)))) WITH CHECK (org_id = (select app.org_id()) and (scope = '00000000-0000-0000-0000-000000000000' or scope = (select app.member_id()) or scope = any ((select app.teams())::uuid[]) or ((select app.role()) <> 'agent' and exists (select 1 from contacts parent where parent.org_id = contact_identities.org_id and parent.id = contact_identities.contact_id))));--> statement-breakpoint
CREATE POLICY "contact_merges_members" ON "contact_merges" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and exists (select 1 from contacts parent where parent.org_id = contact_merges.org_id and parent.id = contact_merges.contact_id)) WITH CHECK (org_id = (select app.org_id()) and exists (select 1 from contacts parent where parent.org_id = contact_merges.org_id and parent.id = contact_merges.contact_id));--> statement-breakpoint
CREATE POLICY "contacts_members" ON "contacts" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or (state = 'saved' and (visibility = 'organization' or (visibility = 'team' and (team_id = any ((select app.teams())::uuid[]) or (select app.role()) = 'manager')) or (select app.role()) = 'admin')))) WITH CHECK (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or (state = 'saved' and (visibility = 'organization' or (visibility = 'team' and (team_id = any ((select app.teams())::uuid[]) or (select app.role()) = 'manager')) or (select app.role()) = 'admin'))));--> statement-breakpoint
CREATE POLICY "contact_sightings_members" ON "contact_sightings" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and owner_id = (select app.member_id())) WITH CHECK (org_id = (select app.org_id()) and owner_id = (select app.member_id()));--> statement-breakpoint
CREATE POLICY "email_attachments_members" ON "email_attachments" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or shared)) WITH CHECK (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or shared));--> statement-breakpoint
CREATE POLICY "email_sources_members" ON "email_sources" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or shared)) WITH CHECK (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or shared));--> statement-breakpoint
CREATE POLICY "emails_members" ON "emails" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or shared)) WITH CHECK (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or shared));--> statement-breakpoint
CREATE POLICY "panel_items_members" ON "panel_items" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and owner_id = (select app.member_id())) WITH CHECK (org_id = (select app.org_id()) and owner_id = (select app.member_id()));--> statement-breakpoint
CREATE POLICY "email_participants_members" ON "email_participants" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or shared)) WITH CHECK (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or shared));--> statement-breakpoint
CREATE POLICY "thread_sources_members" ON "thread_sources" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or shared)) WITH CHECK (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or shared));--> statement-breakpoint
CREATE POLICY "threads_members" ON "threads" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or shared)) WITH CHECK (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or shared));--> statement-breakpoint
CREATE POLICY "import_items_members" ON "import_items" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and owner_id = (select app.member_id())) WITH CHECK (org_id = (select app.org_id()) and owner_id = (select app.member_id()));--> statement-breakpoint
CREATE POLICY "import_parts_members" ON "import_parts" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and owner_id = (select app.member_id())) WITH CHECK (org_id = (select app.org_id()) and owner_id = (select app.member_id()));--> statement-breakpoint
CREATE POLICY "imports_members" ON "imports" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and owner_id = (select app.member_id())) WITH CHECK (org_id = (select app.org_id()) and owner_id = (select app.member_id()));--> statement-breakpoint
CREATE POLICY "own_addresses_members" ON "own_addresses" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and owner_id = (select app.member_id())) WITH CHECK (org_id = (select app.org_id()) and owner_id = (select app.member_id()));--> statement-breakpoint
CREATE POLICY "promise_answers_members" ON "promise_answers" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or shared)) WITH CHECK (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or shared));--> statement-breakpoint
CREATE POLICY "promises_members" ON "promises" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or shared)) WITH CHECK (org_id = (select app.org_id()) and (owner_id = (select app.member_id()) or shared));--> statement-breakpoint
CREATE POLICY "embeddings_members" ON "embeddings" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and scope_id in (select id from search_scopes)) WITH CHECK (org_id = (select app.org_id()) and scope_id in (select id from search_scopes));--> statement-breakpoint
CREATE POLICY "search_passages_members" ON "search_passages" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and scope_id in (select id from search_scopes)) WITH CHECK (org_id = (select app.org_id()) and scope_id in (select id from search_scopes));--> statement-breakpoint
CREATE POLICY "search_passages_system" ON "search_passages" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "search_scopes_members" ON "search_scopes" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and (kind = 'organization' or (kind in ('mail', 'own') and subject = (select app.member_id())) or (kind = 'own' and (select app.role()) = 'admin') or (kind = 'team' and (subject = any ((select app.teams())::uuid[]) or (select app.role()) <> 'agent')))) WITH CHECK (org_id = (select app.org_id()) and (kind = 'organization' or (kind in ('mail', 'own') and subject = (select app.member_id())) or (kind = 'own' and (select app.role()) = 'admin') or (kind = 'team' and (subject = any ((select app.teams())::uuid[]) or (select app.role()) <> 'agent'))));--> statement-breakpoint
CREATE POLICY "search_scopes_system" ON "search_scopes" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "search_index_members" ON "search_index" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and scope_id in (select id from search_scopes)) WITH CHECK (org_id = (select app.org_id()) and scope_id in (select id from search_scopes));--> statement-breakpoint
CREATE POLICY "search_index_system" ON "search_index" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "search_terms_members" ON "search_terms" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and scope_id in (select id from search_scopes)) WITH CHECK (org_id = (select app.org_id()) and scope_id in (select id from search_scopes));--> statement-breakpoint
CREATE POLICY "search_terms_system" ON "search_terms" AS PERMISSIVE FOR ALL TO "app_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "voices_members" ON "voices" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and owner_id = (select app.member_id())) WITH CHECK (org_id = (select app.org_id()) and owner_id = (select app.member_id()));