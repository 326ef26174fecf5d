CREATE INDEX "dossiers_received_idx" ON "dossiers" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "dossiers_ended_idx" ON "dossiers" USING btree ("ended_at");