import 'server-only';
import { and, eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { issuedPapers } from '@/db/schema/dossiers';
import { civilDateAt } from '@/lib/kernel/calendar';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { explainDue } from '@/lib/kernel/clock-explanation';
import { DomainError } from '@/lib/kernel/errors';
import type { PaperDocument } from '@/lib/pdf/paper';
import { form01 } from '@/lib/pdf/templates/form01';
import { form02 } from '@/lib/pdf/templates/form02';
import { form03 } from '@/lib/pdf/templates/form03';
import { form04 } from '@/lib/pdf/templates/form04';
import { form05 } from '@/lib/pdf/templates/form05';
import type { Actor } from '@/lib/policy/actor';
import { requiredComponents } from '@/lib/procedures/rules';
import { closeOfBusiness, formStepNote, supplementDeadline } from '../papers/rules';
import type { MoveInput } from '../schema';
import { ruleOf } from './clock';
import type { FoundDossier } from './find';
import { type PaperContext, readPaperContext } from './frame';
import { type PreparedPaper, preparePaper } from './papers';

export type FormKind = 'form_01' | 'form_02' | 'form_03' | 'form_04' | 'form_05';

export interface FormRequest {
  actor: Actor;
  input: MoveInput;
  found: FoundDossier;
  now: Date;
}

/** Suffix of the number and who speaks: the one-stop unit at the counter, the department afterwards. */
const forms = {
  form_01: { suffix: 'TN', place: 'officer' },
  form_02: { suffix: 'BS', place: 'officer' },
  form_03: { suffix: 'TC', place: 'officer' },
  form_04: { suffix: 'XL', place: 'approver' },
  form_05: { suffix: 'DG', place: 'approver' },
} as const;

/** Draws and signs the procedural form a move can't commit without (Circular 03/2025/TT-VPCP, annex I). */
export async function prepareForm(kind: FormKind, request: FormRequest): Promise<PreparedPaper> {
  const { found, actor, now } = request;
  const context = await readPaperContext(database(), found, actor.accountId);
  const number = await formNumber(kind, found);
  const atCounter = found.dossier.receivedAt === null;
  const issuer = atCounter ? context.oneStop : context.unit.name;
  const draw = await drawer(kind, { request, context, number, issuer });
  return preparePaper({
    kind,
    number,
    draw,
    issuer,
    now,
    sign: {
      signer: { name: actor.name, title: context.officer.title, organisation: issuer, kind: 'person' },
      place: forms[kind].place,
      reason: number,
    },
  });
}

/** One series per form and dossier; a repeated form counts on. */
async function formNumber(kind: FormKind, { dossier }: FoundDossier): Promise<string> {
  if (dossier.code === null) throw new DomainError('conflict', 'dossier.code');
  const issued = await database().$count(
    issuedPapers,
    and(eq(issuedPapers.dossierId, dossier.id), eq(issuedPapers.kind, kind)),
  );
  return `${dossier.code}/${forms[kind].suffix}${issued + 1}`;
}

interface Drawing {
  request: FormRequest;
  context: PaperContext;
  number: string;
  issuer: string;
}

type Draw = (frame: { verifyUrl: string }) => PaperDocument;

async function drawer(kind: FormKind, drawing: Drawing): Promise<Draw> {
  const frame = frameOf(drawing);
  switch (kind) {
    case 'form_01': {
      const facts = await receiptFacts(drawing.request);
      return ({ verifyUrl }) => form01({ ...frame, ...facts, verifyUrl });
    }
    case 'form_02': {
      const facts = await supplementFacts(drawing);
      return ({ verifyUrl }) => form02({ ...frame, ...facts, verifyUrl });
    }
    case 'form_03':
      return ({ verifyUrl }) => form03({ ...frame, ...refusalFacts(drawing.request), verifyUrl });
    case 'form_04':
      return ({ verifyUrl }) => form04({ ...frame, ...apologyFacts(drawing.request), verifyUrl });
    case 'form_05':
      return ({ verifyUrl }) => form05({ ...frame, ...stopFacts(drawing.request), verifyUrl });
  }
}

function frameOf({ request: { found, actor, now }, context, number, issuer }: Drawing) {
  return {
    dossierCode: found.dossier.code ?? found.dossier.draftCode,
    issuer: { parent: 'BỘ Y TẾ', name: issuer },
    place: 'Hà Nội',
    number: { kind: 'given' as const, text: number, date: civilDateAt(now) },
    sample: found.dossier.sample,
    at: now,
    formSet: '2025' as const,
    applicant: context.applicant,
    procedure: context.procedure,
    officer: { name: actor.name, title: context.officer.title },
    signatory: { authority: [context.officer.title.toUpperCase()], name: actor.name },
  };
}

async function receiptFacts({ found, now }: FormRequest) {
  const { dossier, definition } = found;
  const rule = ruleOf(definition, dossier.answers);
  if (rule === null) throw new DomainError('misconfigured', 'procedure.limit');
  const { calendar } = await readCalendar(database());
  const explained = explainDue(rule, [{ kind: 'start', at: now }], calendar);
  if (explained.due === null) throw new DomainError('misconfigured', 'clock');
  return {
    components: requiredComponents(definition, dossier.answers).map(({ title }) => ({
      name: title.vi,
      originals: 0,
      copies: 0,
      electronic: 1,
    })),
    sets: 1,
    limit: rule,
    receivedAt: now,
    dueAt: explained.due,
    dueSteps: explained.steps
      .filter(({ kind }) => kind !== 'start')
      .map((step) => ({ date: step.date, counted: step.counted, note: formStepNote(step) })),
    channel:
      dossier.channel === 'counter' ? 'Trực tiếp tại Bộ phận Một cửa' : 'Trực tuyến, tệp ký số trên Cổng',
  };
}

async function supplementFacts({ request: { found, input, actor, now }, context, issuer }: Drawing) {
  const { calendar } = await readCalendar(database());
  const titles = new Map(found.definition.components.map(({ code, title }) => [code, title.vi]));
  const { phone, email } = { phone: null, email: null };
  return {
    items: (input.items ?? []).map(({ component, what, reason }) => ({
      name: titles.get(component) ?? fieldLabel(found, component),
      request: what,
      reason,
      ground: found.definition.supplement.source.ref,
    })),
    respondBy: civilDateAt(supplementDeadline(found.definition, now, calendar)),
    guidance: `Bổ sung trực tuyến tại Cổng, mục Hồ sơ của tôi, hồ sơ ${found.dossier.code}.`,
    contact: {
      name: `${actor.name}, ${issuer === context.oneStop ? issuer : context.unit.name}`,
      phone,
      email,
    },
  };
}

function fieldLabel({ definition }: FoundDossier, item: string): string {
  const code = item.replace(/^answers\./, '');
  const field = definition.form.flatMap(({ fields }) => fields).find((one) => one.code === code);
  return field?.label.vi ?? item;
}

function refusalFacts({ input }: FormRequest) {
  return { reasons: [{ text: input.reason ?? '', ground: input.ground ?? '' }], guidance: null };
}

function apologyFacts({ found: { dossier }, input }: FormRequest) {
  const { receivedAt, promisedAt } = dossier;
  if (receivedAt === null || promisedAt === null || input.newDate === undefined)
    throw new DomainError('conflict', 'clock');
  return { receivedAt, promisedAt, newDueAt: closeOfBusiness(input.newDate), reason: input.reason ?? '' };
}

function stopFacts({ input, found }: FormRequest) {
  const settled =
    found.facts.unpaid === 0 ? 'Không còn nghĩa vụ chưa thực hiện.' : 'Nghĩa vụ chưa thực hiện được hủy.';
  return {
    reason: input.reason ?? '',
    decision: `Dừng giải quyết hồ sơ. Căn cứ: ${input.ground ?? ''}`,
    settlement: settled,
  };
}
