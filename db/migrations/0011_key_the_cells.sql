-- A cell's version is its own key: no number nobody asks for, no index nobody reads, a period's cells side by side.
ALTER TABLE "report_values" DROP COLUMN "id";--> statement-breakpoint
ALTER TABLE "report_values" DROP COLUMN "commit_seq";--> statement-breakpoint
DROP INDEX "report_values_period_id_idx";--> statement-breakpoint
DROP INDEX "report_values_cell";--> statement-breakpoint
ALTER TABLE "report_values" ADD CONSTRAINT "report_values_cell" PRIMARY KEY ("period_id", "element_id", "facility_id", "revision");
