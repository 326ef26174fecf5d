CREATE TABLE "stamps" (
	"name" text PRIMARY KEY NOT NULL,
	"transaction" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_lock_columns" (
	"name" text NOT NULL,
	"block" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "report_lock_columns_name_block_pk" PRIMARY KEY("name","block")
);
--> statement-breakpoint
ALTER TABLE "facilities" ADD COLUMN "number" integer NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "facilities_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "facilities" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "facilities_search" ON "facilities" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE FUNCTION fold_tones(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(normalize(lower(said), NFD), 'đ' || U&'\0300\0301\0303\0309\0323\0302\0306\031B', 'd')
$$;
--> statement-breakpoint
-- A facility is found by every name it has or had, and by its code.
CREATE FUNCTION name_facility() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_text := fold_tones(concat_ws(' ', '', NEW.name_vi, NEW.name_en, NEW.ma_cskcb, (
    SELECT string_agg(value, ' ' ORDER BY attribute, valid_from) FROM facility_attributes
    WHERE facility_id = NEW.id AND attribute IN ('name', 'nameEn'))));
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER facilities_named BEFORE INSERT OR UPDATE OF name_vi, name_en, ma_cskcb, search_text ON facilities
  FOR EACH ROW EXECUTE FUNCTION name_facility();
--> statement-breakpoint
CREATE FUNCTION name_facility_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' AND NEW.attribute IN ('name', 'nameEn') THEN
    UPDATE facilities SET search_text = '' WHERE id = NEW.facility_id;
  END IF;
  IF TG_OP <> 'INSERT' AND OLD.attribute IN ('name', 'nameEn') THEN
    UPDATE facilities SET search_text = '' WHERE id = OLD.facility_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER facility_attributes_named AFTER INSERT OR UPDATE OR DELETE ON facility_attributes
  FOR EACH ROW EXECUTE FUNCTION name_facility_anew();
--> statement-breakpoint
UPDATE facilities SET search_text = '';
--> statement-breakpoint
INSERT INTO stamps (name, transaction) VALUES ('registry', '0'), ('proofs', '0'), ('reference', '0');
--> statement-breakpoint
-- At commit and once a transaction, so that nobody waits for another's stamp longer than a commit takes.
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE stamps SET transaction = pg_current_xact_id()::text
  WHERE name = TG_ARGV[0] AND transaction <> pg_current_xact_id()::text;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE kept record;
BEGIN
  FOR kept IN SELECT * FROM (VALUES
    ('facilities', 'registry'), ('facility_attributes', 'registry'), ('facility_parents', 'registry'),
    ('places', 'registry'), ('place_predecessors', 'registry'), ('report_evidence', 'proofs'),
    ('targets', 'reference'), ('successor_targets', 'reference'), ('observations', 'reference'),
    ('observation_points', 'reference'), ('org_units', 'reference'), ('indicator_entries', 'reference')
  ) AS watched (tab, name) LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stamp(%L)', kept.tab || '_stamp', kept.tab, kept.name);
  END LOOP;
END $$;
--> statement-breakpoint
-- Blocks are made of the numbers of locks: whoever numbers them anew starts without blocks.
CREATE FUNCTION forget_lock_columns() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM report_lock_columns;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER report_locks_forget_columns AFTER TRUNCATE ON report_locks FOR EACH STATEMENT EXECUTE FUNCTION forget_lock_columns();
