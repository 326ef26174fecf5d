import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { database, transaction } from '@/db/client';
import { dossiers, feeObligations, issuedPapers, payments } from '@/db/schema/dossiers';
import { seedDossiers } from '@/db/seed/dossiers';
import { useDatabase } from '@/db/testing';
import { seedPeople } from '@/db/testing-actors';
import {
  type Cast,
  fillDraft,
  handIn,
  makeMove,
  markAll,
  officerName,
  readCast,
  uploadPdf,
} from '@/db/testing-dossiers';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { dueDate } from '@/lib/kernel/clock-rules';
import { newId } from '@/lib/kernel/ids';
import { catalogue } from '@/lib/procedures/catalogue';
import { attachDocument } from './commands/attach';
import { ruleOf, toClockEvents } from './commands/clock';
import { openDossier, saveAnswers } from './commands/draft';
import { findDossier, listClockEvents } from './commands/find';
import { settlePayment } from './commands/pay';
import { getDossier } from './queries/get';

// Many acts per test: a busy machine may take its time.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 180_000 });
useDatabase();

let cast: Cast;
let sample: string[] = [];
beforeAll(async () => {
  await seedPeople();
  cast = await readCast();
  await transaction((tx) => seedDossiers(tx, new Date()));
  const rows = await database().select({ code: dossiers.draftCode }).from(dossiers);
  sample = rows.map(({ code }) => code);
});

const applicantOf = (kinds: readonly string[]) => cast(kinds.includes('citizen') ? 'citizen' : 'business');

describe('each of the 25 procedures', () => {
  it.each(catalogue.map(({ slug, applicant }) => [slug, applicant] as const))(
    '%s is opened, filled, paid, handed in and received with a promised date',
    async (slug, applicant) => {
      const person = applicantOf(applicant);
      const code = await handIn(person, slug);
      await makeMove(cast('one-stop'), code, { move: 'accept' });
      const dossier = await getDossier(person, { code });
      expect(dossier.state).toBe('accepted');
      expect(dossier.missing).toEqual([]);
      expect(dossier.promisedAt).not.toBeNull();
      expect(dossier.promisedAt).toEqual(dossier.dueAt);
      expect(dossier.papers.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['submission_receipt', 'form_01']),
      );
      expect(dossier.fees.every(({ state }) => state === 'paid')).toBe(true);
    },
  );

  it('is the whole catalogue', () => expect(catalogue).toHaveLength(25));
});

const reopened = [
  'cosmetics-notification',
  'drug-registration',
  'device-registration-cd',
  'health-supplement-declaration',
  'practising-licence',
  'new-technique-approval',
];

describe('outside the items a supplement names', () => {
  it.each(reopened)('%s takes no change of any field or paper', async (slug) => {
    const definition = catalogue.find((one) => one.slug === slug);
    const unit = definition?.unit ?? '';
    const person = applicantOf(definition?.applicant ?? []);
    const code = await handIn(person, slug);
    await makeMove(cast('one-stop'), code, { move: 'accept' });
    const reviewer = cast(officerName('reviewer', unit));
    await makeMove(cast(officerName('dispatcher', unit)), code, {
      move: 'assign',
      assignee: reviewer.accountId,
    });
    const fields = (definition?.form ?? []).flatMap((section) => section.fields.map((field) => field.code));
    await refuseAll(code, fields, 'in progress');
    await makeMove(reviewer, code, { move: 'begin_review' });
    const wrong = await markAll(reviewer, code);
    const [named = ''] = fields;
    const item = { what: 'Nộp lại', reason: 'Không đọc được' };
    await makeMove(reviewer, code, {
      move: 'ask_supplement',
      items: [
        { component: wrong, ...item },
        { component: `answers.${named}`, ...item },
      ],
    });
    await refuseAll(
      code,
      fields.filter((field) => field !== named),
      'supplement',
    );
    const { dossier } = await findDossier(database(), code);
    await saveAnswers(person, { code, answers: { [named]: dossier.answers[named] } });
    const document = await uploadPdf(person);
    for (const { code: component } of definition?.components ?? []) {
      if (component === wrong) continue;
      await expect(attachDocument(person, { code, component, documentId: document })).rejects.toMatchObject({
        code: 'denied',
        detail: component,
      });
    }
    await attachDocument(person, { code, component: wrong, documentId: document });
    await makeMove(person, code, { move: 'answer_supplement' });
    await refuseAll(code, fields, 'answered');

    async function refuseAll(of: string, names: readonly string[], when: string): Promise<void> {
      const before = await findDossier(database(), of);
      const tries = await Promise.allSettled(
        names.map((field) => saveAnswers(person, { code: of, answers: { [field]: 'x' } })),
      );
      for (const [index, one] of tries.entries())
        expect(one, `${when}: ${names[index]}`).toMatchObject({
          reason: { code: 'denied', detail: `answers.${names[index]}` },
        });
      expect((await findDossier(database(), of)).dossier.answers).toEqual(before.dossier.answers);
    }
  });

  it('a field the form does not know is refused too', async () => {
    const code = await fillDraft(cast('business'), 'cosmetics-notification');
    await saveAnswers(cast('business'), { code, answers: { brand: 'x' } });
    await expect(saveAnswers(cast('citizen'), { code, answers: { brand: 'y' } })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(
      saveAnswers(cast('business'), { code, answers: { decision: 'grant' } }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('what comes twice', () => {
  it('a partner’s own record opens one dossier, however often it is sent', async () => {
    const partner = cast('npsp');
    const open = () => openDossier(partner, { procedure: 'practising-licence', externalRef: 'NPSP-1' });
    const tries = await Promise.allSettled(Array.from({ length: 10 }, open));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries)
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({ code: 'conflict', detail: 'external_ref' });
  });

  it('the platform’s word of a payment counts once, also while the draft is edited', async () => {
    const business = cast('business');
    const code = await fillDraft(business, 'cosmetics-notification');
    const { dossier } = await findDossier(database(), code);
    const [fee] = await database()
      .select()
      .from(feeObligations)
      .where(eq(feeObligations.dossierId, dossier.id));
    const { id: obligationId = '', amount = 0 } = fee ?? {};
    const bill = {
      id: newId(),
      obligationId,
      bill: 'bill-twice',
      payUrl: 'x',
      state: 'open',
      createdAt: new Date(),
    };
    await database()
      .insert(payments)
      .values({ ...bill, state: 'open' });
    const word = {
      billId: 'bill-twice',
      amount,
      state: 'paid',
      transactionId: 't-twice',
      bank: 'Mẫu',
    } as const;
    await expect(settlePayment({ ...word, amount: amount + 1 })).rejects.toMatchObject({
      detail: 'payment.amount',
    });
    const heard = Array.from({ length: 8 }, () => settlePayment(word));
    const edited = saveAnswers(business, { code, answers: { brand: 'Sửa khi đang nộp phí' } });
    for (const answer of await Promise.all(heard)) expect(answer).toEqual({ state: 'paid' });
    await edited;
    const receipts = await database()
      .select({ number: issuedPapers.number })
      .from(issuedPapers)
      .where(and(eq(issuedPapers.dossierId, dossier.id), eq(issuedPapers.kind, 'fee_receipt')));
    expect(receipts).toHaveLength(1);
    const [series] = await database().execute<{ value: number; given: number }>(sql`
      select (select value::int from counters where key like 'fee-receipt:%') as value,
        (select count(*)::int from issued_papers where kind = 'fee_receipt') as given`);
    expect(series?.value).toBe(series?.given);
  });
});

describe('the sample dossiers', () => {
  it('are due when their ledger says and stand where their history ends', async () => {
    const { calendar } = await readCalendar(database());
    expect(sample.length).toBeGreaterThan(300);
    for (const code of sample) {
      const { dossier, definition } = await findDossier(database(), code);
      const rule = ruleOf(definition, dossier.answers);
      const ledger = await listClockEvents(database(), dossier.id);
      const due =
        rule === null || ledger.length === 0 ? null : dueDate(rule, toClockEvents(ledger), calendar).due;
      expect(dossier.dueAt, `${code} ${dossier.state}`).toEqual(due);
    }
    const astray = await database().execute(sql`
      select d.id from dossiers d join lateral
        (select to_state from dossier_events e where e.dossier_id = d.id order by seq desc limit 1) last on true
      where last.to_state <> d.state`);
    expect(astray).toEqual([]);
  });
});
