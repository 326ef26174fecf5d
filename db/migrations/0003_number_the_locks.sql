-- Locks and ratings are histories too: rows are added, never changed.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['report_locks', 'dossier_ratings'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- Who entered or submitted a report does not verify it; who verified it does not lock it.
INSERT INTO duty_exclusions (first, second) VALUES
  ('report.enter', 'report.verify'), ('report.submit', 'report.verify'), ('report.verify', 'report.lock')
ON CONFLICT DO NOTHING;
--> statement-breakpoint
CREATE FUNCTION report_duties_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.person_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM report_events e JOIN duty_exclusions x ON x.first = e.action AND x.second = NEW.action
    WHERE e.report_id = NEW.report_id AND e.person_id = NEW.person_id
  ) THEN
    RAISE EXCEPTION 'separation of duties: % is barred on report %', NEW.action, NEW.report_id USING ERRCODE = 'check_violation', CONSTRAINT = 'report_duties_apart';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER report_events_duties BEFORE INSERT ON report_events FOR EACH ROW EXECUTE FUNCTION report_duties_apart();
--> statement-breakpoint
-- The state of a report is the projection of its history; without history it is a draft.
CREATE FUNCTION report_state_is_projection() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE current text; last text;
BEGIN
  SELECT state INTO current FROM reports WHERE id = NEW.id;
  SELECT to_state INTO last FROM report_events WHERE report_id = NEW.id ORDER BY id DESC LIMIT 1;
  IF current IS DISTINCT FROM coalesce(last, 'draft') THEN
    RAISE EXCEPTION 'report % is % but its history ends in %', NEW.id, current, last USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER reports_state_projection AFTER INSERT OR UPDATE OF state ON reports
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION report_state_is_projection();
--> statement-breakpoint
-- Locks are numbered at commit, one after the other, so a figure that has read up to n knows every lock before n.
CREATE FUNCTION number_lock() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE next bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('report_locks'));
  INSERT INTO counters (key, value) VALUES ('report_locks', 1) ON CONFLICT (key) DO UPDATE SET value = counters.value + 1 RETURNING value INTO next;
  INSERT INTO report_locks (sequence, event_id, report_id, facility_id, period_id, form_id, content_hash, locked_at, locked_by)
    SELECT next, NEW.id, r.id, r.facility_id, r.period_id, r.form_id, NEW.content_hash, NEW.recorded_at, NEW.recorded_by
    FROM reports r WHERE r.id = NEW.report_id;
  PERFORM pg_notify('report_locks', next::text);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER report_events_lock AFTER INSERT ON report_events
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.move = 'lock') EXECUTE FUNCTION number_lock();
--> statement-breakpoint
-- What was locked before locks were numbered keeps its order.
INSERT INTO report_locks (sequence, event_id, report_id, facility_id, period_id, form_id, locked_at, locked_by)
SELECT row_number() OVER (ORDER BY e.recorded_at, e.id), e.id, r.id, r.facility_id, r.period_id, r.form_id, e.recorded_at, e.recorded_by
FROM report_events e JOIN reports r ON r.id = e.report_id WHERE e.move = 'lock';
--> statement-breakpoint
INSERT INTO counters (key, value) SELECT 'report_locks', count(*) FROM report_locks HAVING count(*) > 0;
