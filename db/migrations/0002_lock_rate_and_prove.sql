CREATE TABLE "complaints" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"dossier_id" uuid,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"state" text DEFAULT 'received' NOT NULL,
	"repeats" uuid,
	"made_by" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"published_at" timestamp with time zone,
	"satisfied" boolean,
	"version" integer DEFAULT 1 NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	CONSTRAINT "complaints_code_unique" UNIQUE("code"),
	CONSTRAINT "complaints_subject" CHECK ("complaints"."subject" in ('rules', 'conduct')),
	CONSTRAINT "complaints_state" CHECK ("complaints"."state" in ('received', 'supplement_asked', 'answered', 'refused', 'published'))
);
--> statement-breakpoint
CREATE TABLE "dossier_ratings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"score" smallint NOT NULL,
	"remark" text,
	"rated_by" uuid NOT NULL,
	"rated_at" timestamp with time zone NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	CONSTRAINT "dossier_ratings_score" CHECK ("dossier_ratings"."score" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "report_evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"facility_id" uuid NOT NULL,
	"element_id" text NOT NULL,
	"period_id" text NOT NULL,
	"document_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"number_symbol" text NOT NULL,
	"issued_on" date NOT NULL,
	"issuing_unit" text NOT NULL,
	"signer" text NOT NULL,
	"signed_at" timestamp with time zone,
	"findings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"state" text DEFAULT 'offered' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"offered_by" text NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"decision_reason" text,
	"sample" boolean DEFAULT false NOT NULL,
	CONSTRAINT "report_evidence_state" CHECK ("report_evidence"."state" in ('offered', 'accepted', 'refused', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "report_locks" (
	"sequence" bigint PRIMARY KEY NOT NULL,
	"event_id" bigint NOT NULL,
	"report_id" uuid NOT NULL,
	"facility_id" uuid NOT NULL,
	"period_id" text NOT NULL,
	"form_id" text NOT NULL,
	"content_hash" text,
	"locked_at" timestamp with time zone NOT NULL,
	"locked_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_remarks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "report_remarks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report_id" uuid NOT NULL,
	"element_id" text NOT NULL,
	"text" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"answer" text,
	"raised_at" timestamp with time zone NOT NULL,
	"raised_by" text NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" text,
	CONSTRAINT "report_remarks_state" CHECK ("report_remarks"."state" in ('open', 'answered', 'settled'))
);
--> statement-breakpoint
DROP INDEX "audit_acts_at_idx";--> statement-breakpoint
ALTER TABLE "report_events" ADD COLUMN "action" text;--> statement-breakpoint
ALTER TABLE "report_events" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "report_events" ADD COLUMN "role" text;--> statement-breakpoint
ALTER TABLE "report_events" ADD COLUMN "content_hash" text;--> statement-breakpoint
ALTER TABLE "report_events" ADD COLUMN "value_count" integer;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_answered_by_accounts_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_ratings" ADD CONSTRAINT "dossier_ratings_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_ratings" ADD CONSTRAINT "dossier_ratings_rated_by_accounts_id_fk" FOREIGN KEY ("rated_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_evidence" ADD CONSTRAINT "report_evidence_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_evidence" ADD CONSTRAINT "report_evidence_period_id_report_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."report_periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_evidence" ADD CONSTRAINT "report_evidence_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_locks" ADD CONSTRAINT "report_locks_event_id_report_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."report_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_locks" ADD CONSTRAINT "report_locks_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_locks" ADD CONSTRAINT "report_locks_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_locks" ADD CONSTRAINT "report_locks_period_id_report_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."report_periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_remarks" ADD CONSTRAINT "report_remarks_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "complaints_dossier_id_idx" ON "complaints" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "complaints_made_by_idx" ON "complaints" USING btree ("made_by");--> statement-breakpoint
CREATE INDEX "complaints_answered_by_idx" ON "complaints" USING btree ("answered_by");--> statement-breakpoint
CREATE INDEX "complaints_received" ON "complaints" USING btree ("received_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "dossier_ratings_dossier" ON "dossier_ratings" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "dossier_ratings_rated_by_idx" ON "dossier_ratings" USING btree ("rated_by");--> statement-breakpoint
CREATE UNIQUE INDEX "report_evidence_one_claim" ON "report_evidence" USING btree ("sha256") WHERE state in ('offered', 'accepted');--> statement-breakpoint
CREATE INDEX "report_evidence_claim" ON "report_evidence" USING btree ("facility_id","element_id","issued_on");--> statement-breakpoint
CREATE INDEX "report_evidence_period_id_idx" ON "report_evidence" USING btree ("period_id");--> statement-breakpoint
CREATE INDEX "report_evidence_document_id_idx" ON "report_evidence" USING btree ("document_id");--> statement-breakpoint
CREATE UNIQUE INDEX "report_locks_event" ON "report_locks" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "report_locks_report" ON "report_locks" USING btree ("report_id","sequence");--> statement-breakpoint
CREATE INDEX "report_locks_facility" ON "report_locks" USING btree ("facility_id","period_id");--> statement-breakpoint
CREATE INDEX "report_locks_period" ON "report_locks" USING btree ("period_id","sequence");--> statement-breakpoint
CREATE INDEX "report_locks_at" ON "report_locks" USING btree ("locked_at","sequence");--> statement-breakpoint
CREATE INDEX "report_remarks_report" ON "report_remarks" USING btree ("report_id","id");--> statement-breakpoint
ALTER TABLE "report_events" ADD CONSTRAINT "report_events_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_acts_at" ON "audit_acts" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "exchange_log_at" ON "exchange_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "report_events_person_id_idx" ON "report_events" USING btree ("person_id");