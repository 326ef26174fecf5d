DROP INDEX "dossiers_search_idx";--> statement-breakpoint
CREATE INDEX "dossiers_search_idx" ON "dossiers" USING gin (translate("search_text", ' -./', 'jjjj') gin_trgm_ops);