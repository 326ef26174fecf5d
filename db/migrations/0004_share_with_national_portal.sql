CREATE TABLE "dossier_shares" (
	"dossier_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"public_status" integer NOT NULL,
	"message_id" text NOT NULL,
	"shared_at" timestamp with time zone NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	CONSTRAINT "dossier_shares_dossier_id_seq_pk" PRIMARY KEY("dossier_id","seq")
);
--> statement-breakpoint
ALTER TABLE "dossier_shares" ADD CONSTRAINT "dossier_shares_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE TRIGGER dossier_shares_append_only BEFORE UPDATE OR DELETE ON dossier_shares FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER dossier_shares_no_truncate BEFORE TRUNCATE ON dossier_shares FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
