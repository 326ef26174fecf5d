ALTER TABLE "complaints" ADD COLUMN "asked" text;--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "supplement" text;--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "supplied_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "complaints_repeats_idx" ON "complaints" USING btree ("repeats");--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_answered" CHECK (("complaints"."state" in ('answered', 'refused', 'published')) = ("complaints"."answer" is not null and "complaints"."answered_at" is not null));--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_asked" CHECK (("complaints"."asked" is null) = ("complaints"."asked_at" is null));