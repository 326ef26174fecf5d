DROP INDEX "dossiers_unit_state_due_idx";--> statement-breakpoint
DROP INDEX "dossiers_due_idx";--> statement-breakpoint
DROP INDEX "dossiers_assignee_idx";--> statement-breakpoint
DROP INDEX "dossiers_owner_idx";--> statement-breakpoint
DROP INDEX "dossiers_organisation_idx";--> statement-breakpoint
DROP INDEX "dossiers_state_due_idx";--> statement-breakpoint
CREATE INDEX "dossiers_experts_idx" ON "dossiers" USING gin ("expert_ids");--> statement-breakpoint
CREATE INDEX "dossiers_seen_due_idx" ON "dossiers" USING btree (coalesce("due_at", 'infinity'::timestamptz),"id","due_at") WHERE "dossiers"."state" not in ('draft', 'cancelled');--> statement-breakpoint
CREATE INDEX "dossiers_unit_due_idx" ON "dossiers" USING btree ("unit","state",coalesce("due_at", 'infinity'::timestamptz),"id","due_at");--> statement-breakpoint
CREATE INDEX "dossiers_procedure_due_idx" ON "dossiers" USING btree ("procedure_slug","state",coalesce("due_at", 'infinity'::timestamptz),"id","due_at");--> statement-breakpoint
CREATE INDEX "dossiers_unit_procedure_due_idx" ON "dossiers" USING btree ("unit","procedure_slug","state",coalesce("due_at", 'infinity'::timestamptz),"id","due_at");--> statement-breakpoint
CREATE INDEX "dossiers_assignee_due_idx" ON "dossiers" USING btree ("assignee_id","state",coalesce("due_at", 'infinity'::timestamptz),"id","due_at");--> statement-breakpoint
CREATE INDEX "dossiers_seen_submitted_idx" ON "dossiers" USING btree (coalesce("submitted_at", 'infinity'::timestamptz),"id","submitted_at","due_at") WHERE "dossiers"."state" not in ('draft', 'cancelled');--> statement-breakpoint
CREATE INDEX "dossiers_state_submitted_idx" ON "dossiers" USING btree ("state",coalesce("submitted_at", 'infinity'::timestamptz),"id","submitted_at","due_at");--> statement-breakpoint
CREATE INDEX "dossiers_unit_submitted_idx" ON "dossiers" USING btree ("unit","state",coalesce("submitted_at", 'infinity'::timestamptz),"id","submitted_at","due_at");--> statement-breakpoint
CREATE INDEX "dossiers_procedure_submitted_idx" ON "dossiers" USING btree ("procedure_slug","state",coalesce("submitted_at", 'infinity'::timestamptz),"id","submitted_at","due_at");--> statement-breakpoint
CREATE INDEX "dossiers_unit_procedure_submitted_idx" ON "dossiers" USING btree ("unit","procedure_slug","state",coalesce("submitted_at", 'infinity'::timestamptz),"id","submitted_at","due_at");--> statement-breakpoint
CREATE INDEX "dossiers_assignee_submitted_idx" ON "dossiers" USING btree ("assignee_id","state",coalesce("submitted_at", 'infinity'::timestamptz),"id","submitted_at","due_at");--> statement-breakpoint
CREATE INDEX "dossiers_seen_updated_idx" ON "dossiers" USING btree ("updated_at","id","due_at") WHERE "dossiers"."state" not in ('draft', 'cancelled');--> statement-breakpoint
CREATE INDEX "dossiers_state_updated_idx" ON "dossiers" USING btree ("state","updated_at","id","due_at");--> statement-breakpoint
CREATE INDEX "dossiers_unit_updated_idx" ON "dossiers" USING btree ("unit","state","updated_at","id","due_at");--> statement-breakpoint
CREATE INDEX "dossiers_procedure_updated_idx" ON "dossiers" USING btree ("procedure_slug","state","updated_at","id","due_at");--> statement-breakpoint
CREATE INDEX "dossiers_unit_procedure_updated_idx" ON "dossiers" USING btree ("unit","procedure_slug","state","updated_at","id","due_at");--> statement-breakpoint
CREATE INDEX "dossiers_assignee_updated_idx" ON "dossiers" USING btree ("assignee_id","state","updated_at","id","due_at");--> statement-breakpoint
CREATE INDEX "dossiers_owner_idx" ON "dossiers" USING btree ("owner_account_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "dossiers_organisation_idx" ON "dossiers" USING btree ("organisation_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "dossiers_state_due_idx" ON "dossiers" USING btree ("state",coalesce("due_at", 'infinity'::timestamptz),"id","due_at");