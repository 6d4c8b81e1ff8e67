CREATE TABLE "promise_readings" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"owner_id" uuid DEFAULT app.member_id() NOT NULL,
	"email_id" uuid NOT NULL,
	"model" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "promise_readings_org_id_email_id_pk" PRIMARY KEY("org_id","email_id")
);
--> statement-breakpoint
ALTER TABLE "promise_readings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "found_by" text;--> statement-breakpoint
ALTER TABLE "promise_readings" ADD CONSTRAINT "promise_readings_org_id_email_id_emails_org_id_id_fk" FOREIGN KEY ("org_id","email_id") REFERENCES "public"."emails"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "promise_readings_members" ON "promise_readings" AS PERMISSIVE FOR ALL TO "app_user" USING (org_id = (select app.org_id()) and owner_id = (select app.member_id())) WITH CHECK (org_id = (select app.org_id()) and owner_id = (select app.member_id()));