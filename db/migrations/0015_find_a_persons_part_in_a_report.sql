DROP INDEX "report_events_person_id_idx";--> statement-breakpoint
CREATE INDEX "report_events_person" ON "report_events" USING btree ("person_id","report_id");