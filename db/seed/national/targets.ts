import { newSheet, type Sheet } from './copy';

const columnsOf = (text: string) => text.split(' ');

/** Tables of a dossier, in the order in which they are filled. */
const targets = {
  dossiers: columnsOf(
    'id code draft_code procedure_slug procedure_version state owner_account_id organisation_id applicant_name subject unit assignee_id expert_ids channel answers decision checked_by submitted_at received_at due_at promised_at paused_at ended_at supplement_rounds supplement_due_at search_text created_at updated_at sample version',
  ),
  dossier_events: columnsOf(
    'dossier_id seq move action from_state to_state reason payload actor_id person_id actor_name role scope at',
  ),
  clock_events: columnsOf('dossier_id kind at until event_seq'),
  supplements: columnsOf('id dossier_id round items requested_at due_at addressed answered_at'),
  component_marks: columnsOf('dossier_id component verdict marked_by marked_at'),
  fee_obligations: columnsOf('id dossier_id amount kind moment state created_at settled_at'),
  payments: columnsOf('id obligation_id bill pay_url state transaction_id bank created_at paid_at'),
  dossier_shares: columnsOf('dossier_id seq public_status message_id shared_at sample'),
  messages: columnsOf('id account_id dossier_id kind params created_at'),
  audit_acts: columnsOf(
    'record_type record_id seq action outcome actor_id person_id role scope at request_id detail prev_hash hash',
  ),
} as const satisfies Record<string, readonly string[]>;

type Table = keyof typeof targets;
export const tables = Object.keys(targets) as Table[];

export type Sheets = Readonly<Record<Table, Sheet>>;
export const newSheets = (): Sheets =>
  Object.fromEntries(tables.map((table) => [table, newSheet({ table, columns: targets[table] })])) as Record<
    Table,
    Sheet
  >;
