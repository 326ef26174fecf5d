CREATE TABLE "seed_chunks" (
	"step" text NOT NULL,
	"chunk" text NOT NULL,
	"rows" integer NOT NULL,
	"finished_at" timestamp with time zone NOT NULL,
	CONSTRAINT "seed_chunks_step_chunk_pk" PRIMARY KEY("step","chunk")
);
--> statement-breakpoint
CREATE TABLE "seed_taken_off" (
	"step" text NOT NULL,
	"position" integer NOT NULL,
	"statement" text NOT NULL,
	CONSTRAINT "seed_taken_off_step_position_pk" PRIMARY KEY("step","position")
);
