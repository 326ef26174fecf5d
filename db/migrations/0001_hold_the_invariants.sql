-- Histories are insert-only, for the owner of the tables too.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['audit_acts', 'personal_data_reads', 'dossier_events', 'clock_events', 'dossier_promises', 'calendar_days', 'report_values', 'report_events', 'indicator_entries', 'indicator_snapshots', 'changes'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- The state of a dossier is the projection of its history: at commit both must agree.
CREATE FUNCTION dossier_state_is_projection() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE current record; last record;
BEGIN
  SELECT state INTO current FROM dossiers WHERE id = NEW.id;
  SELECT to_state INTO last FROM dossier_events WHERE dossier_id = NEW.id ORDER BY seq DESC LIMIT 1;
  IF last IS NULL OR current.state IS DISTINCT FROM last.to_state THEN
    RAISE EXCEPTION 'dossier % is % but its history ends in %', NEW.id, current.state, last.to_state USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER dossiers_state_projection AFTER INSERT OR UPDATE OF state ON dossiers
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dossier_state_is_projection();
--> statement-breakpoint
-- History has no gap: an event is the next of its dossier and starts where the last one ended.
CREATE FUNCTION dossier_event_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  SELECT seq, to_state INTO last FROM dossier_events WHERE dossier_id = NEW.dossier_id ORDER BY seq DESC LIMIT 1;
  IF NEW.seq <> coalesce(last.seq, 0) + 1 OR NEW.from_state IS DISTINCT FROM last.to_state THEN
    RAISE EXCEPTION 'event % of dossier % does not follow its history', NEW.seq, NEW.dossier_id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER dossier_events_follow BEFORE INSERT ON dossier_events FOR EACH ROW EXECUTE FUNCTION dossier_event_follows();
--> statement-breakpoint
-- Separation of duties per natural person, through delegations and several accounts alike.
CREATE FUNCTION dossier_duties_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.person_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM dossier_events e JOIN duty_exclusions x ON x.first = e.action AND x.second = NEW.action
    WHERE e.dossier_id = NEW.dossier_id AND e.person_id = NEW.person_id
  ) THEN
    RAISE EXCEPTION 'separation of duties: % is barred on dossier %', NEW.action, NEW.dossier_id USING ERRCODE = 'check_violation', CONSTRAINT = 'dossier_duties_apart';
  END IF;
  IF NEW.role = 'sys_admin' THEN
    RAISE EXCEPTION 'a system administrator does not act on dossiers' USING ERRCODE = 'check_violation', CONSTRAINT = 'dossier_duties_apart';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER dossier_events_duties BEFORE INSERT ON dossier_events FOR EACH ROW EXECUTE FUNCTION dossier_duties_apart();
--> statement-breakpoint
-- A mandate counts only between its dates, for the person it names and in the role it names.
CREATE FUNCTION dossier_mandate_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.delegation_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM delegations d
    WHERE d.id = NEW.delegation_id AND d.to_account_id = NEW.actor_id AND d.role = NEW.role
      AND d.scope IS NOT DISTINCT FROM NEW.scope AND NEW.at >= d.valid_from AND NEW.at < d.valid_to
      AND (d.revoked_at IS NULL OR d.revoked_at > NEW.at)
  ) THEN
    RAISE EXCEPTION 'delegation % does not hold', NEW.delegation_id USING ERRCODE = 'check_violation', CONSTRAINT = 'dossier_mandate_holds';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER dossier_events_mandate BEFORE INSERT ON dossier_events FOR EACH ROW EXECUTE FUNCTION dossier_mandate_holds();
--> statement-breakpoint
-- Change feed: numbered at commit, one after the other, so a reader who saw n has seen all before n.
CREATE FUNCTION number_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE next bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('changes'));
  INSERT INTO counters (key, value) VALUES ('changes', 1) ON CONFLICT (key) DO UPDATE SET value = counters.value + 1 RETURNING value INTO next;
  INSERT INTO changes (sequence, record_type, record_id, kind, event_id, at) VALUES (next, 'dossier', NEW.dossier_id, NEW.move, NEW.id, NEW.at);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER dossier_events_feed AFTER INSERT ON dossier_events
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION number_change();
