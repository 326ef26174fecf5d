CREATE TABLE "dossier_counts" (
	"as_of" date PRIMARY KEY NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"facts" jsonb NOT NULL
);
