CREATE TABLE "dossier_facts" (
	"dossier_id" uuid PRIMARY KEY NOT NULL,
	"result_file" boolean DEFAULT false NOT NULL,
	"given_files" boolean DEFAULT false NOT NULL,
	"reused" boolean DEFAULT false NOT NULL,
	"from_store" boolean DEFAULT false NOT NULL,
	"charged" boolean DEFAULT false NOT NULL,
	"paid_online" boolean DEFAULT false NOT NULL,
	"shared_at" timestamp with time zone,
	"result_shared_at" timestamp with time zone,
	"displeased_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "dossier_facts" ADD CONSTRAINT "dossier_facts_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE VIEW counted_dossier_facts AS
SELECT d.id AS dossier_id,
  EXISTS (SELECT FROM issued_papers p
    WHERE p.dossier_id = d.id AND p.kind = 'result' AND p.number IS NOT NULL AND p.status <> 'draft') AS result_file,
  EXISTS (SELECT FROM dossier_documents a WHERE a.dossier_id = d.id AND a.detached_at IS NULL) AS given_files,
  EXISTS (SELECT FROM dossier_documents a
    WHERE a.dossier_id = d.id AND a.detached_at IS NULL AND a.reused) AS reused,
  EXISTS (SELECT FROM dossier_documents a JOIN documents x ON x.id = a.document_id
    WHERE a.dossier_id = d.id AND a.detached_at IS NULL AND x.source IN ('national_db', 'store')) AS from_store,
  EXISTS (SELECT FROM fee_obligations f
    WHERE f.dossier_id = d.id AND f.amount > 0 AND f.state <> 'exempt') AS charged,
  EXISTS (SELECT FROM fee_obligations f JOIN payments y ON y.obligation_id = f.id
    WHERE f.dossier_id = d.id AND y.state IN ('paid', 'refunded')) AS paid_online,
  (SELECT min(s.shared_at) FROM dossier_shares s WHERE s.dossier_id = d.id) AS shared_at,
  (SELECT min(s.shared_at) FROM dossier_shares s
    WHERE s.dossier_id = d.id AND s.public_status IN (9, 10)) AS result_shared_at,
  least(
    (SELECT min(c.received_at) FROM complaints c WHERE c.dossier_id = d.id),
    (SELECT min(r.rated_at) FROM dossier_ratings r WHERE r.dossier_id = d.id AND r.score <= 2)) AS displeased_at
FROM dossiers d;
--> statement-breakpoint
-- Locks first and counts in a statement of its own, which sees what others committed while it waited.
CREATE FUNCTION note_dossier_facts(known uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO dossier_facts (dossier_id) VALUES (known) ON CONFLICT DO NOTHING;
  PERFORM FROM dossier_facts WHERE dossier_id = known FOR UPDATE;
  UPDATE dossier_facts f
  SET (result_file, given_files, reused, from_store, charged, paid_online, shared_at, result_shared_at, displeased_at) =
    (c.result_file, c.given_files, c.reused, c.from_store, c.charged, c.paid_online, c.shared_at, c.result_shared_at, c.displeased_at)
  FROM counted_dossier_facts c
  WHERE f.dossier_id = known AND c.dossier_id = known
    AND (f.result_file, f.given_files, f.reused, f.from_store, f.charged, f.paid_online, f.shared_at, f.result_shared_at, f.displeased_at)
      IS DISTINCT FROM (c.result_file, c.given_files, c.reused, c.from_store, c.charged, c.paid_online, c.shared_at, c.result_shared_at, c.displeased_at);
END $$;
--> statement-breakpoint
CREATE FUNCTION follow_dossier_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.dossier_id IS NOT NULL THEN
    PERFORM note_dossier_facts(OLD.dossier_id);
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.dossier_id IS NOT NULL
    AND (TG_OP = 'INSERT' OR NEW.dossier_id IS DISTINCT FROM OLD.dossier_id) THEN
    PERFORM note_dossier_facts(NEW.dossier_id);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION follow_paid_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_dossier_facts(f.dossier_id) FROM fee_obligations f
  WHERE TG_OP <> 'DELETE' AND f.id = NEW.obligation_id OR TG_OP <> 'INSERT' AND f.id = OLD.obligation_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE source text;
BEGIN
  FOREACH source IN ARRAY ARRAY['issued_papers', 'dossier_documents', 'fee_obligations', 'dossier_shares', 'complaints', 'dossier_ratings'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION follow_dossier_facts()', source || '_facts', source);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE TRIGGER payments_facts AFTER INSERT OR UPDATE OR DELETE ON payments FOR EACH ROW EXECUTE FUNCTION follow_paid_facts();
--> statement-breakpoint
-- For those who load rows while the triggers rest; answers how many dossiers it put right.
CREATE FUNCTION count_dossier_facts() RETURNS bigint LANGUAGE sql AS $$
  WITH wrong AS (
    SELECT c.* FROM counted_dossier_facts c LEFT JOIN dossier_facts f USING (dossier_id)
    WHERE (c.result_file, c.given_files, c.reused, c.from_store, c.charged, c.paid_online, c.shared_at, c.result_shared_at, c.displeased_at)
      IS DISTINCT FROM (coalesce(f.result_file, false), coalesce(f.given_files, false), coalesce(f.reused, false), coalesce(f.from_store, false), coalesce(f.charged, false), coalesce(f.paid_online, false), f.shared_at, f.result_shared_at, f.displeased_at)
  ), told AS (
    INSERT INTO dossier_facts SELECT * FROM wrong
    ON CONFLICT (dossier_id) DO UPDATE SET (result_file, given_files, reused, from_store, charged, paid_online, shared_at, result_shared_at, displeased_at) =
      (excluded.result_file, excluded.given_files, excluded.reused, excluded.from_store, excluded.charged, excluded.paid_online, excluded.shared_at, excluded.result_shared_at, excluded.displeased_at)
    RETURNING 1
  )
  SELECT count(*) FROM told
$$;
--> statement-breakpoint
SELECT count_dossier_facts();
