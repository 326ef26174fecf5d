CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TABLE "access_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"prefix" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	CONSTRAINT "access_tokens_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"title" text,
	"organisation_id" uuid,
	"locale" text DEFAULT 'vi' NOT NULL,
	"disabled_at" timestamp with time zone,
	"last_seen_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delegations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_account_id" uuid NOT NULL,
	"to_account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"scope" text,
	"document_number" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"body" jsonb,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tax_code" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"address" text,
	"representative" text,
	"sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "organisations_taxCode_unique" UNIQUE("tax_code")
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"personal_id" text,
	"birth_date" date,
	"sample" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"scope" text,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	"reason" text NOT NULL,
	"granted_by" uuid,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"assurance_level" integer,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid
);
--> statement-breakpoint
CREATE TABLE "audit_acts" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"record_type" text NOT NULL,
	"record_id" text NOT NULL,
	"seq" integer NOT NULL,
	"action" text NOT NULL,
	"outcome" text NOT NULL,
	"actor_id" uuid,
	"person_id" uuid,
	"role" text,
	"scope" text,
	"delegation_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"request_id" text NOT NULL,
	"detail" jsonb NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_roots" (
	"day" date PRIMARY KEY NOT NULL,
	"root" text NOT NULL,
	"chains" integer NOT NULL,
	"acts" bigint NOT NULL,
	"token" text,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_salts" (
	"act_id" bigint NOT NULL,
	"field" text NOT NULL,
	"salt" text NOT NULL,
	CONSTRAINT "audit_salts_act_id_field_pk" PRIMARY KEY("act_id","field")
);
--> statement-breakpoint
CREATE TABLE "personal_data_reads" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"record_type" text NOT NULL,
	"record_id" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"role" text NOT NULL,
	"scope" text,
	"purpose" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"request_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "calendar_days_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"date" date NOT NULL,
	"unit_code" text,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"legal_basis" text,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "calendar_days_kind" CHECK ("calendar_days"."kind" in ('off', 'working', 'morning', 'afternoon')),
	CONSTRAINT "calendar_days_status" CHECK ("calendar_days"."status" in ('official', 'provisional', 'conditional'))
);
--> statement-breakpoint
CREATE TABLE "blobs" (
	"sha256" text PRIMARY KEY NOT NULL,
	"size" integer NOT NULL,
	"mime" text NOT NULL,
	"scan" text DEFAULT 'not_scanned' NOT NULL,
	"scanned_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"orphaned_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "document_readings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"engine" text NOT NULL,
	"text" text NOT NULL,
	"pages" jsonb NOT NULL,
	"confidence" real,
	"read_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_signatures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"signer_name" text NOT NULL,
	"kind" text NOT NULL,
	"serial" text NOT NULL,
	"issuer" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"valid" boolean NOT NULL,
	"validated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"type_code" text NOT NULL,
	"owner_account_id" uuid,
	"owner_organisation_id" uuid,
	"copy_kind" text DEFAULT 'electronic' NOT NULL,
	"source" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"pages" integer,
	"number_symbol" text,
	"issuing_agency" text,
	"issue_date" date,
	"expiry_date" date,
	"abstract" text,
	"language" text,
	"digitised_by" uuid,
	"digitised_at" timestamp with time zone,
	"uploaded_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reuse_consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"dossier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "clock_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone,
	"event_seq" integer NOT NULL,
	"paper_id" uuid
);
--> statement-breakpoint
CREATE TABLE "component_marks" (
	"dossier_id" uuid NOT NULL,
	"component" text NOT NULL,
	"verdict" text NOT NULL,
	"note" text,
	"marked_by" uuid NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "component_marks_dossier_id_component_pk" PRIMARY KEY("dossier_id","component")
);
--> statement-breakpoint
CREATE TABLE "dossier_documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"component" text NOT NULL,
	"document_id" uuid NOT NULL,
	"reused" boolean DEFAULT false NOT NULL,
	"attached_at" timestamp with time zone NOT NULL,
	"attached_by" uuid,
	"detached_at" timestamp with time zone,
	"round" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dossier_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"move" text NOT NULL,
	"action" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"actor_id" uuid,
	"person_id" uuid,
	"actor_name" text NOT NULL,
	"role" text NOT NULL,
	"scope" text,
	"delegation_id" uuid,
	"reason" text,
	"payload" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dossier_promises" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"paper_id" uuid NOT NULL,
	"calendar_sequence" bigint NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dossiers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text,
	"draft_code" text NOT NULL,
	"legacy_code" text,
	"procedure_slug" text NOT NULL,
	"procedure_version" integer NOT NULL,
	"state" text NOT NULL,
	"owner_account_id" uuid NOT NULL,
	"organisation_id" uuid,
	"applicant_name" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"unit" text NOT NULL,
	"assignee_id" uuid,
	"expert_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"channel" text NOT NULL,
	"external_ref" text,
	"answers" jsonb NOT NULL,
	"decision" jsonb,
	"checked_by" uuid,
	"submitted_at" timestamp with time zone,
	"received_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"promised_at" timestamp with time zone,
	"paused_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"supplement_rounds" integer DEFAULT 0 NOT NULL,
	"supplement_due_at" timestamp with time zone,
	"search_text" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "dossiers_code_unique" UNIQUE("code"),
	CONSTRAINT "dossiers_draftCode_unique" UNIQUE("draft_code"),
	CONSTRAINT "dossiers_state_known" CHECK ("dossiers"."state" in ('draft', 'submitted', 'intake_supplement', 'rejected_intake', 'fee_due', 'accepted', 'assigned', 'in_review', 'consulting', 'site_inspection', 'remediation', 'council', 'supplement_requested', 'expired_supplement', 'drafting', 'propose_refusal', 'submitted_for_sign', 'returned_for_rework', 'signed', 'issued', 'issued_refusal', 'returned', 'withdraw_requested', 'withdrawn', 'stopped', 'archived', 'result_corrected', 'result_revoked', 'expired_payment', 'cancelled')),
	CONSTRAINT "dossiers_code_pattern" CHECK ("dossiers"."code" ~ '^(G18(\.\d{2})?|000(\.\d{2}){2}\.G18)-(\d{6}|\d{8})-\d{4,7}$')
);
--> statement-breakpoint
CREATE TABLE "duty_exclusions" (
	"first" text NOT NULL,
	"second" text NOT NULL,
	CONSTRAINT "duty_exclusions_first_second_pk" PRIMARY KEY("first","second")
);
--> statement-breakpoint
CREATE TABLE "fee_obligations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"amount" integer NOT NULL,
	"kind" text NOT NULL,
	"moment" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"receipt_paper_id" uuid,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "issued_papers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid,
	"kind" text NOT NULL,
	"form_set" text DEFAULT '2025' NOT NULL,
	"number" text,
	"title" text NOT NULL,
	"sha256" text NOT NULL,
	"capability" text NOT NULL,
	"issuer" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"status" text NOT NULL,
	"status_at" timestamp with time zone,
	"status_reason" text,
	"successor_id" uuid,
	"issued_by" uuid,
	"sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "issued_papers_number_unique" UNIQUE("number"),
	CONSTRAINT "issued_papers_capability_unique" UNIQUE("capability")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"obligation_id" uuid NOT NULL,
	"bill" text NOT NULL,
	"pay_url" text NOT NULL,
	"state" text NOT NULL,
	"transaction_id" text,
	"bank" text,
	"created_at" timestamp with time zone NOT NULL,
	"paid_at" timestamp with time zone,
	CONSTRAINT "payments_bill_unique" UNIQUE("bill"),
	CONSTRAINT "payments_transactionId_unique" UNIQUE("transaction_id")
);
--> statement-breakpoint
CREATE TABLE "supplements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"items" jsonb NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"addressed" text[] DEFAULT '{}'::text[] NOT NULL,
	"answered_at" timestamp with time zone,
	"paper_id" uuid
);
--> statement-breakpoint
CREATE TABLE "facilities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"ma_cskcb" text,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"form" text NOT NULL,
	"ownership" text NOT NULL,
	"managed_by" text NOT NULL,
	"unit_code" text,
	"place_id" text NOT NULL,
	"address" text,
	"class" text NOT NULL,
	"old_level" smallint,
	"new_level" text,
	"autonomy_group" smallint,
	"speciality" text,
	"tax_code" text,
	"licence_number" text,
	"e_identifier" text,
	"insured" boolean DEFAULT true NOT NULL,
	"insured_since" date,
	"inpatient" boolean DEFAULT false NOT NULL,
	"day_treatment" boolean DEFAULT false NOT NULL,
	"obstetrics" boolean DEFAULT false NOT NULL,
	"driver_checks" boolean DEFAULT false NOT NULL,
	"vaccination" boolean DEFAULT false NOT NULL,
	"telemedicine" text DEFAULT 'none' NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"opened_on" date,
	"closed_on" date,
	"sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "facilities_form" CHECK ("facilities"."form" in ('general_hospital', 'specialised_hospital', 'traditional_hospital', 'dental_hospital', 'institute_with_beds', 'health_centre', 'general_clinic', 'specialised_clinic', 'commune_station', 'maternity_home', 'paraclinical', 'medical_assessment', 'rehabilitation', 'emergency', 'health_check')),
	CONSTRAINT "facilities_ownership" CHECK ("facilities"."ownership" in ('ministry', 'other_ministry', 'local', 'private', 'joint_venture', 'foreign')),
	CONSTRAINT "facilities_class" CHECK ("facilities"."class" in ('special', 'class_1', 'class_2', 'class_3', 'class_4', 'unranked')),
	CONSTRAINT "facilities_status" CHECK ("facilities"."status" in ('active', 'suspended', 'closed')),
	CONSTRAINT "facilities_ma_cskcb_digits" CHECK ("facilities"."ma_cskcb" ~ '^[0-9]{5}$')
);
--> statement-breakpoint
CREATE TABLE "facility_attributes" (
	"facility_id" uuid NOT NULL,
	"attribute" text NOT NULL,
	"value" text,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "facility_attributes_facility_id_attribute_valid_from_pk" PRIMARY KEY("facility_id","attribute","valid_from"),
	CONSTRAINT "facility_attributes_range" CHECK ("facility_attributes"."valid_to" is null or "facility_attributes"."valid_to" > "facility_attributes"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "facility_parents" (
	"facility_id" uuid NOT NULL,
	"hierarchy" text NOT NULL,
	"place_id" text,
	"unit_code" text,
	"body" text,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"decision" text,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "facility_parents_facility_id_hierarchy_valid_from_pk" PRIMARY KEY("facility_id","hierarchy","valid_from"),
	CONSTRAINT "facility_parents_one" CHECK (num_nonnulls("facility_parents"."place_id", "facility_parents"."unit_code", "facility_parents"."body") >= 1),
	CONSTRAINT "facility_parents_range" CHECK ("facility_parents"."valid_to" is null or "facility_parents"."valid_to" > "facility_parents"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "facility_predecessors" (
	"successor_id" uuid NOT NULL,
	"predecessor_id" uuid NOT NULL,
	"since" date NOT NULL,
	"change" text NOT NULL,
	"decision" text,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "facility_predecessors_successor_id_predecessor_id_pk" PRIMARY KEY("successor_id","predecessor_id"),
	CONSTRAINT "facility_predecessors_other" CHECK ("facility_predecessors"."successor_id" <> "facility_predecessors"."predecessor_id")
);
--> statement-breakpoint
CREATE TABLE "index_766" (
	"id" text PRIMARY KEY NOT NULL,
	"position" smallint NOT NULL,
	"group" text NOT NULL,
	"group_vi" text NOT NULL,
	"group_en" text NOT NULL,
	"group_max_points" smallint NOT NULL,
	"title_vi" text NOT NULL,
	"title_en" text NOT NULL,
	"formula_vi" text NOT NULL,
	"formula_en" text NOT NULL,
	"max_points" numeric(5, 2),
	"points_confidence" text,
	"full_at" numeric(5, 2),
	"proportional_below" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "indicator_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "indicator_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"indicator_id" text NOT NULL,
	"as_of" date NOT NULL,
	"value" double precision,
	"numerator" double precision,
	"denominator" double precision,
	"done" text[] DEFAULT '{}' NOT NULL,
	"note" text,
	"evidence_document_id" uuid,
	"supersedes" bigint,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicator_snapshots" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "indicator_snapshots_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"indicator_id" text NOT NULL,
	"definition_version" smallint NOT NULL,
	"place_id" text,
	"period_id" text NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"value" double precision,
	"numerator" double precision,
	"denominator" double precision,
	"inputs" jsonb NOT NULL,
	"inputs_hash" text NOT NULL,
	"supersedes" bigint,
	"reason" text,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"id" text PRIMARY KEY NOT NULL,
	"position" smallint NOT NULL,
	"definition_version" smallint NOT NULL,
	"pillars" text[] NOT NULL,
	"unit" text NOT NULL,
	"better" text DEFAULT 'higher' NOT NULL,
	"title_vi" text NOT NULL,
	"title_en" text NOT NULL,
	"numerator_vi" text NOT NULL,
	"numerator_en" text NOT NULL,
	"denominator_vi" text,
	"denominator_en" text,
	"scope_vi" text NOT NULL,
	"scope_en" text NOT NULL,
	"sources" text[] NOT NULL,
	"frequency" text NOT NULL,
	"checklist" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"elements" text[] NOT NULL,
	"owner_unit_code" text,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "indicators_unit" CHECK ("indicators"."unit" in ('percent', 'milestone', 'boolean', 'count', 'services', 'people'))
);
--> statement-breakpoint
CREATE TABLE "observation_points" (
	"observation_id" text NOT NULL,
	"position" smallint NOT NULL,
	"label_vi" text NOT NULL,
	"label_en" text NOT NULL,
	"qualifier" text NOT NULL,
	"value" double precision NOT NULL,
	"denominator" double precision,
	"as_of" date NOT NULL,
	"precision" text NOT NULL,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "observation_points_observation_id_position_pk" PRIMARY KEY("observation_id","position")
);
--> statement-breakpoint
CREATE TABLE "observations" (
	"id" text PRIMARY KEY NOT NULL,
	"indicator_ids" text[] NOT NULL,
	"title_vi" text NOT NULL,
	"title_en" text NOT NULL,
	"unit" text NOT NULL,
	"qualifier" text NOT NULL,
	"value" double precision,
	"numerator" double precision,
	"denominator" double precision,
	"value_vi" text NOT NULL,
	"value_en" text NOT NULL,
	"as_of" date NOT NULL,
	"check_vi" text,
	"check_en" text,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "observations_qualifier" CHECK ("observations"."qualifier" in ('exact', 'about', 'more_than', 'plan'))
);
--> statement-breakpoint
CREATE TABLE "successor_targets" (
	"id" text PRIMARY KEY NOT NULL,
	"title_vi" text NOT NULL,
	"title_en" text NOT NULL,
	"value" double precision,
	"deadline" date NOT NULL,
	"deadline_precision" text NOT NULL,
	"deadline_vi" text NOT NULL,
	"deadline_en" text NOT NULL,
	"legal_document" text NOT NULL,
	"note_vi" text,
	"note_en" text,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"indicator_id" text NOT NULL,
	"revision" smallint NOT NULL,
	"value" double precision,
	"value_vi" text NOT NULL,
	"value_en" text NOT NULL,
	"deadline" date,
	"deadline_precision" text,
	"deadline_vi" text NOT NULL,
	"deadline_en" text NOT NULL,
	"legal_document" text NOT NULL,
	"successor_id" text,
	"owner_unit_code" text,
	"note_vi" text,
	"note_en" text,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "targets_indicator_id_revision_pk" PRIMARY KEY("indicator_id","revision")
);
--> statement-breakpoint
CREATE TABLE "form_templates" (
	"id" text PRIMARY KEY NOT NULL,
	"form_set" text NOT NULL,
	"number" text NOT NULL,
	"title_vi" text NOT NULL,
	"title_en" text NOT NULL,
	"trigger" text NOT NULL,
	"legal_document_id" text,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "legal_documents" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"title_vi" text NOT NULL,
	"title_en" text NOT NULL,
	"kind" text NOT NULL,
	"issuer" text,
	"issued_on" date,
	"valid_from" date,
	"valid_to" date,
	"successor_id" text,
	"status_note" text,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"sequence" bigint PRIMARY KEY NOT NULL,
	"record_type" text NOT NULL,
	"record_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"event_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"key" text PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exchange_log" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"partner" text NOT NULL,
	"verb" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	"outcome" text NOT NULL,
	"payload_hash" text NOT NULL,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"dossier_id" uuid,
	"kind" text NOT NULL,
	"params" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"mailed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "place_predecessors" (
	"successor_id" text NOT NULL,
	"predecessor_id" text NOT NULL,
	"since" date NOT NULL,
	"change" text NOT NULL,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "place_predecessors_successor_id_predecessor_id_pk" PRIMARY KEY("successor_id","predecessor_id")
);
--> statement-breakpoint
CREATE TABLE "place_types" (
	"place_id" text NOT NULL,
	"type" text NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"precision" text DEFAULT 'day' NOT NULL,
	"note_vi" text,
	"note_en" text,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "place_types_place_id_valid_from_pk" PRIMARY KEY("place_id","valid_from"),
	CONSTRAINT "place_types_type" CHECK ("place_types"."type" in ('province', 'city'))
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"world" text NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "places_world" CHECK ("places"."world" in ('pre_2025', 'since_2025'))
);
--> statement-breakpoint
CREATE TABLE "province_code_alias" (
	"system" text NOT NULL,
	"code" text NOT NULL,
	"place_id" text NOT NULL,
	"former_name_vi" text NOT NULL,
	"code_of_other_partner" text,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "province_code_alias_system_code_pk" PRIMARY KEY("system","code")
);
--> statement-breakpoint
CREATE TABLE "procedure_legal_basis" (
	"procedure_version_id" uuid NOT NULL,
	"legal_document_id" text NOT NULL,
	CONSTRAINT "procedure_legal_basis_procedure_version_id_legal_document_id_pk" PRIMARY KEY("procedure_version_id","legal_document_id")
);
--> statement-breakpoint
CREATE TABLE "procedure_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"effective_from" date NOT NULL,
	"effective_to" date,
	"definition" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" uuid,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "procedure_versions_slug_version_key" UNIQUE("slug","version")
);
--> statement-breakpoint
CREATE TABLE "procedures" (
	"slug" text PRIMARY KEY NOT NULL,
	"service_id" text NOT NULL,
	"code" text,
	"unit" text NOT NULL,
	"title_vi" text NOT NULL,
	"title_en" text NOT NULL,
	"search_text" text NOT NULL,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "procedures_serviceId_unique" UNIQUE("service_id")
);
--> statement-breakpoint
CREATE TABLE "incident_types" (
	"id" text PRIMARY KEY NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"first_notice_hours" smallint,
	"report_hours" smallint,
	"recipient_vi" text NOT NULL,
	"recipient_en" text NOT NULL,
	"legal_basis" text NOT NULL,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "key_databases" (
	"id" text PRIMARY KEY NOT NULL,
	"position" smallint NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"register_entry_id" text,
	"correct" smallint,
	"sufficient" smallint,
	"clean" smallint,
	"live" smallint,
	"consistent" smallint,
	"shared" smallint,
	"assessed_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "register_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"position" smallint NOT NULL,
	"kind" text NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"tracks_vi" text NOT NULL,
	"tracks_en" text NOT NULL,
	"indicator_ids" text[] DEFAULT '{}' NOT NULL,
	"owner_unit_code" text,
	"operator" text,
	"legal_basis" text,
	"lifecycle" text,
	"security_level" smallint,
	"security_approved_on" date,
	"security_plan_approved_on" date,
	"hosting" text,
	"hosted_at_data_centre" text,
	"monitored_since" date,
	"last_reviewed_on" date,
	"identifiers" text,
	"uses_personal_id" text,
	"conforms_to_architecture" text,
	"connections" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"coverage" text,
	"users" integer,
	"incidents" integer,
	"next_milestone" text,
	"next_milestone_on" date,
	"evidence_document_ids" uuid[] DEFAULT '{}' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" text,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "register_entries_kind" CHECK ("register_entries"."kind" in ('system', 'database', 'platform', 'facility_system', 'external', 'interconnection', 'infrastructure', 'capability', 'programme', 'activity', 'training', 'security', 'equipment', 'legal'))
);
--> statement-breakpoint
CREATE TABLE "security_controls" (
	"id" text PRIMARY KEY NOT NULL,
	"position" smallint NOT NULL,
	"area_vi" text NOT NULL,
	"area_en" text NOT NULL,
	"requirement_vi" text NOT NULL,
	"requirement_en" text NOT NULL,
	"feature_vi" text NOT NULL,
	"feature_en" text NOT NULL,
	"state" text,
	"assessed_on" date,
	"assessed_by" text,
	"evidence" text,
	"version" integer DEFAULT 1 NOT NULL,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "training_courses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"register_entry_id" text NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"topic" text NOT NULL,
	"held_on" date,
	"days" smallint,
	"classes" smallint,
	"people" integer,
	"people_vi" text,
	"people_en" text,
	"units" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "report_elements" (
	"id" text NOT NULL,
	"version" smallint NOT NULL,
	"element_id" text NOT NULL,
	"position" smallint NOT NULL,
	"type" text NOT NULL,
	"frequency" text NOT NULL,
	"label_vi" text NOT NULL,
	"label_en" text NOT NULL,
	"part_vi" text,
	"part_en" text,
	"computed" boolean DEFAULT false NOT NULL,
	"evidence" boolean DEFAULT false NOT NULL,
	"definition" jsonb NOT NULL,
	"checks" jsonb NOT NULL,
	"effective_from" date NOT NULL,
	"effective_to" date,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "report_elements_id_version_pk" PRIMARY KEY("id","version"),
	CONSTRAINT "report_elements_type" CHECK ("report_elements"."type" in ('boolean', 'count', 'percent', 'level', 'date', 'enum', 'set', 'amount', 'text', 'url', 'list')),
	CONSTRAINT "report_elements_frequency" CHECK ("report_elements"."frequency" in ('month', 'quarter', 'year'))
);
--> statement-breakpoint
CREATE TABLE "report_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "report_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report_id" uuid NOT NULL,
	"move" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"reason" text,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_forms" (
	"id" text NOT NULL,
	"version" smallint NOT NULL,
	"frequency" text NOT NULL,
	"title_vi" text NOT NULL,
	"title_en" text NOT NULL,
	"sections" jsonb NOT NULL,
	"legal_basis" text[] NOT NULL,
	"effective_from" date NOT NULL,
	"effective_to" date,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "report_forms_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "report_periods" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"opens_on" date NOT NULL,
	"due_on" date NOT NULL,
	"provincial_due_on" date NOT NULL,
	"status" text NOT NULL,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "report_periods_order" CHECK ("report_periods"."starts_on" < "report_periods"."ends_on" and "report_periods"."due_on" <= "report_periods"."provincial_due_on"),
	CONSTRAINT "report_periods_status" CHECK ("report_periods"."status" in ('upcoming', 'open', 'closed', 'locked'))
);
--> statement-breakpoint
CREATE TABLE "report_values" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "report_values_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"facility_id" uuid NOT NULL,
	"element_id" text NOT NULL,
	"element_version" smallint NOT NULL,
	"period_id" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	"state" text DEFAULT 'value' NOT NULL,
	"number_value" double precision,
	"date_value" date,
	"text_value" text,
	"list_value" jsonb,
	"reason" text,
	"source" text DEFAULT 'manual' NOT NULL,
	"evidence_document_id" uuid,
	"revision" smallint DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"commit_seq" bigint DEFAULT (pg_current_xact_id()::text::bigint) NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	CONSTRAINT "report_values_state" CHECK ("report_values"."state" in ('value', 'not_applicable', 'unknown', 'withdrawn')),
	CONSTRAINT "report_values_one" CHECK (num_nonnulls("report_values"."number_value", "report_values"."date_value", "report_values"."text_value", "report_values"."list_value") = case when "report_values"."state" = 'value' then 1 else 0 end),
	CONSTRAINT "report_values_reason" CHECK ("report_values"."state" = 'value' or "report_values"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"facility_id" uuid NOT NULL,
	"period_id" text NOT NULL,
	"form_id" text NOT NULL,
	"form_version" smallint NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"entered_on_behalf_by" text,
	"submitted_at" timestamp with time zone,
	"submitted_by" text,
	"returned_at" timestamp with time zone,
	"return_reason" text,
	"verified_at" timestamp with time zone,
	"verified_by" text,
	"locked_at" timestamp with time zone,
	"locked_by" text,
	"sample" boolean DEFAULT false NOT NULL,
	CONSTRAINT "reports_state" CHECK ("reports"."state" in ('draft', 'submitted', 'returned', 'verified', 'locked'))
);
--> statement-breakpoint
CREATE TABLE "retention_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"object_vi" text NOT NULL,
	"object_en" text NOT NULL,
	"amount" smallint,
	"unit" text,
	"rule" text NOT NULL,
	"starts_vi" text NOT NULL,
	"starts_en" text NOT NULL,
	"period_vi" text NOT NULL,
	"period_en" text NOT NULL,
	"legal_basis" text,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "seed_runs" (
	"scale" text PRIMARY KEY NOT NULL,
	"finished_at" timestamp with time zone NOT NULL,
	"steps" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "org_units" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"province_place_id" text,
	"dossier_code_number" text,
	"handles_vi" text,
	"handles_en" text,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"source_ref" text NOT NULL,
	"confidence" text NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "org_units_kind" CHECK ("org_units"."kind" in ('ministry', 'office', 'department', 'centre', 'council', 'health_department'))
);
--> statement-breakpoint
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_revoked_by_accounts_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_from_account_id_accounts_id_fk" FOREIGN KEY ("from_account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_to_account_id_accounts_id_fk" FOREIGN KEY ("to_account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_granted_by_accounts_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_revoked_by_accounts_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_revoked_by_accounts_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_unit_code_org_units_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."org_units"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_readings" ADD CONSTRAINT "document_readings_sha256_blobs_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."blobs"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_signatures" ADD CONSTRAINT "document_signatures_sha256_blobs_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."blobs"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_sha256_blobs_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."blobs"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_owner_account_id_accounts_id_fk" FOREIGN KEY ("owner_account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_owner_organisation_id_organisations_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_digitised_by_accounts_id_fk" FOREIGN KEY ("digitised_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_uploaded_by_accounts_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reuse_consents" ADD CONSTRAINT "reuse_consents_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reuse_consents" ADD CONSTRAINT "reuse_consents_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_events" ADD CONSTRAINT "clock_events_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "component_marks" ADD CONSTRAINT "component_marks_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "component_marks" ADD CONSTRAINT "component_marks_marked_by_accounts_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_documents" ADD CONSTRAINT "dossier_documents_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_documents" ADD CONSTRAINT "dossier_documents_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_documents" ADD CONSTRAINT "dossier_documents_attached_by_accounts_id_fk" FOREIGN KEY ("attached_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_events" ADD CONSTRAINT "dossier_events_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_events" ADD CONSTRAINT "dossier_events_actor_id_accounts_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_events" ADD CONSTRAINT "dossier_events_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_promises" ADD CONSTRAINT "dossier_promises_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_owner_account_id_accounts_id_fk" FOREIGN KEY ("owner_account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_assignee_id_accounts_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_checked_by_accounts_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_procedure_version_fk" FOREIGN KEY ("procedure_slug","procedure_version") REFERENCES "public"."procedure_versions"("slug","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_obligations" ADD CONSTRAINT "fee_obligations_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_obligations" ADD CONSTRAINT "fee_obligations_receipt_paper_id_issued_papers_id_fk" FOREIGN KEY ("receipt_paper_id") REFERENCES "public"."issued_papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issued_papers" ADD CONSTRAINT "issued_papers_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issued_papers" ADD CONSTRAINT "issued_papers_sha256_blobs_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."blobs"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issued_papers" ADD CONSTRAINT "issued_papers_issued_by_accounts_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_obligation_id_fee_obligations_id_fk" FOREIGN KEY ("obligation_id") REFERENCES "public"."fee_obligations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplements" ADD CONSTRAINT "supplements_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facilities" ADD CONSTRAINT "facilities_unit_code_org_units_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."org_units"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facilities" ADD CONSTRAINT "facilities_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility_attributes" ADD CONSTRAINT "facility_attributes_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility_parents" ADD CONSTRAINT "facility_parents_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility_parents" ADD CONSTRAINT "facility_parents_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility_parents" ADD CONSTRAINT "facility_parents_unit_code_org_units_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."org_units"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility_predecessors" ADD CONSTRAINT "facility_predecessors_successor_id_facilities_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility_predecessors" ADD CONSTRAINT "facility_predecessors_predecessor_id_facilities_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_entries" ADD CONSTRAINT "indicator_entries_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_snapshots" ADD CONSTRAINT "indicator_snapshots_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_owner_unit_code_org_units_code_fk" FOREIGN KEY ("owner_unit_code") REFERENCES "public"."org_units"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation_points" ADD CONSTRAINT "observation_points_observation_id_observations_id_fk" FOREIGN KEY ("observation_id") REFERENCES "public"."observations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_successor_id_successor_targets_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."successor_targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_owner_unit_code_org_units_code_fk" FOREIGN KEY ("owner_unit_code") REFERENCES "public"."org_units"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_templates" ADD CONSTRAINT "form_templates_legal_document_id_legal_documents_id_fk" FOREIGN KEY ("legal_document_id") REFERENCES "public"."legal_documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_predecessors" ADD CONSTRAINT "place_predecessors_successor_id_places_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_predecessors" ADD CONSTRAINT "place_predecessors_predecessor_id_places_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_types" ADD CONSTRAINT "place_types_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "province_code_alias" ADD CONSTRAINT "province_code_alias_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_legal_basis" ADD CONSTRAINT "procedure_legal_basis_procedure_version_id_procedure_versions_id_fk" FOREIGN KEY ("procedure_version_id") REFERENCES "public"."procedure_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_legal_basis" ADD CONSTRAINT "procedure_legal_basis_legal_document_id_legal_documents_id_fk" FOREIGN KEY ("legal_document_id") REFERENCES "public"."legal_documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_versions" ADD CONSTRAINT "procedure_versions_slug_procedures_slug_fk" FOREIGN KEY ("slug") REFERENCES "public"."procedures"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_databases" ADD CONSTRAINT "key_databases_register_entry_id_register_entries_id_fk" FOREIGN KEY ("register_entry_id") REFERENCES "public"."register_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_entries" ADD CONSTRAINT "register_entries_owner_unit_code_org_units_code_fk" FOREIGN KEY ("owner_unit_code") REFERENCES "public"."org_units"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_courses" ADD CONSTRAINT "training_courses_register_entry_id_register_entries_id_fk" FOREIGN KEY ("register_entry_id") REFERENCES "public"."register_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_events" ADD CONSTRAINT "report_events_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_values" ADD CONSTRAINT "report_values_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_values" ADD CONSTRAINT "report_values_period_id_report_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."report_periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_values" ADD CONSTRAINT "report_values_element" FOREIGN KEY ("element_id","element_version") REFERENCES "public"."report_elements"("id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_period_id_report_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."report_periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_form" FOREIGN KEY ("form_id","form_version") REFERENCES "public"."report_forms"("id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "org_units" ADD CONSTRAINT "org_units_province_place_id_places_id_fk" FOREIGN KEY ("province_place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_tokens_revoked_by_idx" ON "access_tokens" USING btree ("revoked_by");--> statement-breakpoint
CREATE INDEX "access_tokens_account_idx" ON "access_tokens" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_issuer_subject_key" ON "accounts" USING btree ("issuer","subject");--> statement-breakpoint
CREATE INDEX "accounts_person_idx" ON "accounts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "accounts_organisation_idx" ON "accounts" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "delegations_to_idx" ON "delegations" USING btree ("to_account_id");--> statement-breakpoint
CREATE INDEX "delegations_from_idx" ON "delegations" USING btree ("from_account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "idempotency_keys_account_key" ON "idempotency_keys" USING btree ("account_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "persons_personal_id_key" ON "persons" USING btree ("personal_id");--> statement-breakpoint
CREATE INDEX "role_grants_revoked_by_idx" ON "role_grants" USING btree ("revoked_by");--> statement-breakpoint
CREATE INDEX "role_grants_granted_by_idx" ON "role_grants" USING btree ("granted_by");--> statement-breakpoint
CREATE INDEX "role_grants_account_idx" ON "role_grants" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "role_grants_role_idx" ON "role_grants" USING btree ("role","scope");--> statement-breakpoint
CREATE INDEX "sessions_revoked_by_idx" ON "sessions" USING btree ("revoked_by");--> statement-breakpoint
CREATE INDEX "sessions_account_idx" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_last_seen_idx" ON "sessions" USING btree ("last_seen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_acts_record_seq_key" ON "audit_acts" USING btree ("record_type","record_id","seq");--> statement-breakpoint
CREATE INDEX "audit_acts_actor_idx" ON "audit_acts" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "audit_acts_action_idx" ON "audit_acts" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "audit_acts_at_idx" ON "audit_acts" USING btree ("at");--> statement-breakpoint
CREATE INDEX "personal_data_reads_record_idx" ON "personal_data_reads" USING btree ("record_type","record_id","id");--> statement-breakpoint
CREATE INDEX "personal_data_reads_actor_idx" ON "personal_data_reads" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "calendar_days_unit_code_idx" ON "calendar_days" USING btree ("unit_code");--> statement-breakpoint
CREATE INDEX "calendar_days_current" ON "calendar_days" USING btree ("date","unit_code","id" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "document_readings_sha256_engine_key" ON "document_readings" USING btree ("sha256","engine");--> statement-breakpoint
CREATE INDEX "document_signatures_sha256_idx" ON "document_signatures" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "documents_sha256_idx" ON "documents" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "documents_owner_idx" ON "documents" USING btree ("owner_account_id");--> statement-breakpoint
CREATE INDEX "documents_organisation_idx" ON "documents" USING btree ("owner_organisation_id");--> statement-breakpoint
CREATE INDEX "documents_uploaded_by_idx" ON "documents" USING btree ("uploaded_by");--> statement-breakpoint
CREATE INDEX "documents_digitised_by_idx" ON "documents" USING btree ("digitised_by");--> statement-breakpoint
CREATE INDEX "reuse_consents_document_idx" ON "reuse_consents" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "reuse_consents_dossier_idx" ON "reuse_consents" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "reuse_consents_account_idx" ON "reuse_consents" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "clock_events_dossier_idx" ON "clock_events" USING btree ("dossier_id","id");--> statement-breakpoint
CREATE INDEX "component_marks_marked_by_idx" ON "component_marks" USING btree ("marked_by");--> statement-breakpoint
CREATE INDEX "dossier_documents_attached_by_idx" ON "dossier_documents" USING btree ("attached_by");--> statement-breakpoint
CREATE INDEX "dossier_documents_dossier_idx" ON "dossier_documents" USING btree ("dossier_id","component");--> statement-breakpoint
CREATE INDEX "dossier_documents_document_idx" ON "dossier_documents" USING btree ("document_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dossier_events_dossier_seq_key" ON "dossier_events" USING btree ("dossier_id","seq");--> statement-breakpoint
CREATE INDEX "dossier_events_actor_idx" ON "dossier_events" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "dossier_events_person_idx" ON "dossier_events" USING btree ("person_id","dossier_id");--> statement-breakpoint
CREATE INDEX "dossier_events_delegation_idx" ON "dossier_events" USING btree ("delegation_id");--> statement-breakpoint
CREATE INDEX "dossier_promises_dossier_idx" ON "dossier_promises" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "dossiers_procedure_idx" ON "dossiers" USING btree ("procedure_slug","procedure_version");--> statement-breakpoint
CREATE INDEX "dossiers_owner_idx" ON "dossiers" USING btree ("owner_account_id","id");--> statement-breakpoint
CREATE INDEX "dossiers_organisation_idx" ON "dossiers" USING btree ("organisation_id","id");--> statement-breakpoint
CREATE INDEX "dossiers_unit_state_due_idx" ON "dossiers" USING btree ("unit","state","due_at","id");--> statement-breakpoint
CREATE INDEX "dossiers_state_due_idx" ON "dossiers" USING btree ("state","due_at","id");--> statement-breakpoint
CREATE INDEX "dossiers_due_idx" ON "dossiers" USING btree ("due_at","id");--> statement-breakpoint
CREATE INDEX "dossiers_submitted_idx" ON "dossiers" USING btree ("submitted_at","id");--> statement-breakpoint
CREATE INDEX "dossiers_assignee_idx" ON "dossiers" USING btree ("assignee_id","state");--> statement-breakpoint
CREATE INDEX "dossiers_checked_by_idx" ON "dossiers" USING btree ("checked_by");--> statement-breakpoint
CREATE INDEX "dossiers_search_idx" ON "dossiers" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "dossiers_external_ref_key" ON "dossiers" USING btree ("owner_account_id","external_ref");--> statement-breakpoint
CREATE INDEX "fee_obligations_dossier_idx" ON "fee_obligations" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "fee_obligations_receipt_idx" ON "fee_obligations" USING btree ("receipt_paper_id");--> statement-breakpoint
CREATE INDEX "issued_papers_dossier_idx" ON "issued_papers" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "issued_papers_sha256_idx" ON "issued_papers" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "issued_papers_issued_by_idx" ON "issued_papers" USING btree ("issued_by");--> statement-breakpoint
CREATE INDEX "payments_obligation_idx" ON "payments" USING btree ("obligation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "supplements_dossier_round_key" ON "supplements" USING btree ("dossier_id","round");--> statement-breakpoint
CREATE UNIQUE INDEX "facilities_ma_cskcb" ON "facilities" USING btree ("ma_cskcb");--> statement-breakpoint
CREATE INDEX "facilities_place" ON "facilities" USING btree ("place_id","form","id");--> statement-breakpoint
CREATE INDEX "facilities_unit" ON "facilities" USING btree ("unit_code","id");--> statement-breakpoint
CREATE INDEX "facilities_name" ON "facilities" USING btree ("name_vi","id");--> statement-breakpoint
CREATE INDEX "facility_parents_unit_code_idx" ON "facility_parents" USING btree ("unit_code");--> statement-breakpoint
CREATE INDEX "facility_parents_place" ON "facility_parents" USING btree ("place_id","valid_from");--> statement-breakpoint
CREATE INDEX "facility_predecessors_predecessor_id_idx" ON "facility_predecessors" USING btree ("predecessor_id");--> statement-breakpoint
CREATE INDEX "indicator_entries_current" ON "indicator_entries" USING btree ("indicator_id","as_of","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "indicator_snapshots_place_id_idx" ON "indicator_snapshots" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "indicator_snapshots_current" ON "indicator_snapshots" USING btree ("indicator_id","place_id","period_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "indicators_owner_unit_code_idx" ON "indicators" USING btree ("owner_unit_code");--> statement-breakpoint
CREATE INDEX "targets_owner_unit_code_idx" ON "targets" USING btree ("owner_unit_code");--> statement-breakpoint
CREATE INDEX "targets_successor_id_idx" ON "targets" USING btree ("successor_id");--> statement-breakpoint
CREATE INDEX "form_templates_legal_document_id_idx" ON "form_templates" USING btree ("legal_document_id");--> statement-breakpoint
CREATE INDEX "legal_documents_successor_idx" ON "legal_documents" USING btree ("successor_id");--> statement-breakpoint
CREATE INDEX "changes_record_idx" ON "changes" USING btree ("record_type","record_id");--> statement-breakpoint
CREATE INDEX "exchange_log_partner_idx" ON "exchange_log" USING btree ("partner","id");--> statement-breakpoint
CREATE INDEX "messages_account_idx" ON "messages" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "messages_dossier_idx" ON "messages" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "place_predecessors_predecessor_id_idx" ON "place_predecessors" USING btree ("predecessor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "places_world_code" ON "places" USING btree ("world","code");--> statement-breakpoint
CREATE INDEX "province_code_alias_place" ON "province_code_alias" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "procedure_legal_basis_document_idx" ON "procedure_legal_basis" USING btree ("legal_document_id");--> statement-breakpoint
CREATE INDEX "key_databases_register_entry_id_idx" ON "key_databases" USING btree ("register_entry_id");--> statement-breakpoint
CREATE INDEX "register_entries_owner_unit_code_idx" ON "register_entries" USING btree ("owner_unit_code");--> statement-breakpoint
CREATE INDEX "training_courses_register_entry_id_idx" ON "training_courses" USING btree ("register_entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "report_elements_position" ON "report_elements" USING btree ("element_id","position","version");--> statement-breakpoint
CREATE INDEX "report_events_report" ON "report_events" USING btree ("report_id","id");--> statement-breakpoint
CREATE INDEX "report_periods_kind" ON "report_periods" USING btree ("kind","ends_on");--> statement-breakpoint
CREATE INDEX "report_values_period_id_idx" ON "report_values" USING btree ("period_id");--> statement-breakpoint
CREATE UNIQUE INDEX "report_values_cell" ON "report_values" USING btree ("element_id","period_id","facility_id","revision");--> statement-breakpoint
CREATE INDEX "report_values_report" ON "report_values" USING btree ("facility_id","period_id");--> statement-breakpoint
CREATE INDEX "report_values_feed" ON "report_values" USING brin ("commit_seq");--> statement-breakpoint
CREATE INDEX "reports_form_id_idx" ON "reports" USING btree ("form_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_facility_period_form" ON "reports" USING btree ("facility_id","period_id","form_id");--> statement-breakpoint
CREATE INDEX "reports_period_state" ON "reports" USING btree ("period_id","state","facility_id");--> statement-breakpoint
CREATE INDEX "org_units_province_place_id_idx" ON "org_units" USING btree ("province_place_id");--> statement-breakpoint
CREATE UNIQUE INDEX "org_units_dossier_code" ON "org_units" USING btree ("dossier_code_number");