-- Which server the word was given for was not kept, so an admin is asked again.
ALTER TABLE "model_settings" DROP COLUMN "send_unmasked";--> statement-breakpoint
ALTER TABLE "model_settings" ADD COLUMN "unmasked_for" text;
