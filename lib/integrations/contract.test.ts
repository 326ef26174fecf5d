/** What every partner owes its caller, held by the simulator itself and by the adapter over a loopback server. */
import { describe, expect, it } from 'vitest';
import { businessRegistryOverHttp } from '@/lib/integrations/business-registry/http';
import { businessRegistryVerbs } from '@/lib/integrations/business-registry/port';
import { simulatedBusinessRegistry } from '@/lib/integrations/business-registry/simulator';
import { bothSides, type Sides } from '@/lib/integrations/contract.fixture';
import { mailOverHttp } from '@/lib/integrations/mail/http';
import { mailVerbs } from '@/lib/integrations/mail/port';
import { simulatedMail } from '@/lib/integrations/mail/simulator';
import { nationalPortalOverHttp } from '@/lib/integrations/national-portal/http';
import { simulatedNationalPortal } from '@/lib/integrations/national-portal/simulator';
import { nationalPortalOf, nationalPortalWire } from '@/lib/integrations/national-portal/wire';
import { paymentOverHttp } from '@/lib/integrations/payment/http';
import { paymentVerbs } from '@/lib/integrations/payment/port';
import { simulatedPayment } from '@/lib/integrations/payment/simulator';
import { populationOverHttp } from '@/lib/integrations/population/http';
import { populationVerbs } from '@/lib/integrations/population/port';
import { simulatedPopulation } from '@/lib/integrations/population/simulator';
import { hashOf } from '@/lib/integrations/signature';
import { MessageTray } from '@/lib/integrations/simulators/message-tray';
import { smsOverHttp } from '@/lib/integrations/sms/http';
import { smsVerbs } from '@/lib/integrations/sms/port';
import { simulatedSms } from '@/lib/integrations/sms/simulator';
import type { Simulated } from '@/lib/integrations/switchboard/port';
import { vssOverHttp } from '@/lib/integrations/vss/http';
import { vssVerbs } from '@/lib/integrations/vss/port';
import { simulatedVss } from '@/lib/integrations/vss/simulator';
import { DomainError } from '@/lib/kernel/errors';

const now = () => new Date('2026-11-22T09:00:00+07:00');
const world = { now, payUrl: (billId: string) => `http://localhost:4000/payment/${billId}` };
const tray = new MessageTray(now);
const same = <P>(port: P) => port;

const order = {
  reference: 'G18.02-20261122-0000001/phi-1',
  amount: 500_000,
  description: 'Phí thẩm định công bố mỹ phẩm',
  payer: 'Công ty TNHH Dược phẩm An Phúc',
  returnUrl: 'http://localhost:3000/my/dossiers/1',
};
const citizen = { personalId: '099191900001', name: 'trần thị  minh anh', birthDate: '1991-04-12' };
const at = '2026-11-22T08:30:00+07:00';
const dossier = {
  code: 'G18.02-20261122-0000001',
  procedureCode: '1.002600',
  procedureName: 'Công bố mỹ phẩm',
  channel: 'online' as const,
  applicant: {
    kind: 'business' as const,
    name: 'Công ty TNHH Dược phẩm An Phúc',
    idNumber: '0199001236',
    email: null,
    phone: null,
    verifiedByVneid: true,
  },
  summary: 'Kem dưỡng da',
  unit: 'Cục Quản lý Dược',
  publicStatus: 2,
  submittedAt: at,
  receivedAt: at,
  dueAt: '2026-11-25T17:00:00+07:00',
  finishedAt: null,
  returnedAt: null,
  rejectedAt: null,
  onlinePayment: 'national_portal' as const,
  components: [
    {
      code: 'phieu',
      fileName: 'phieu.pdf',
      url: '/f/1',
      digitised: true,
      reused: false,
      fromNationalStore: false,
    },
  ],
  fees: [{ code: 'phi-1', name: 'Phí thẩm định', amount: 500_000, moment: 'receipt' as const }],
  supplements: [],
  results: [],
};

const population = bothSides({
  name: 'population',
  verbs: populationVerbs,
  simulator: simulatedPopulation,
  adapter: populationOverHttp,
  direct: same,
});
const registry = bothSides({
  name: 'business_registry',
  verbs: businessRegistryVerbs,
  simulator: simulatedBusinessRegistry,
  adapter: businessRegistryOverHttp,
  direct: same,
});
const payment = bothSides({
  name: 'payment',
  verbs: paymentVerbs,
  simulator: () => simulatedPayment(world).port,
  adapter: paymentOverHttp,
  direct: same,
});
const portal = bothSides({
  name: 'national_portal',
  verbs: nationalPortalWire,
  simulator: () => simulatedNationalPortal(world),
  adapter: nationalPortalOverHttp,
  direct: nationalPortalOf,
});
const vss = bothSides({
  name: 'vss',
  verbs: vssVerbs,
  simulator: () => simulatedVss(world),
  adapter: vssOverHttp,
  direct: same,
});
const mail = bothSides({
  name: 'mail',
  verbs: mailVerbs,
  simulator: () => simulatedMail(tray),
  adapter: mailOverHttp,
  direct: same,
});
const sms = bothSides({
  name: 'sms',
  verbs: smsVerbs,
  simulator: () => simulatedSms(tray),
  adapter: smsOverHttp,
  direct: same,
});

/** One harmless call of each partner. */
const calls: [
  Simulated,
  Pick<Sides<never>, 'weather' | 'exchanges'>,
  (side: 'direct' | 'overHttp') => Promise<unknown>,
][] = [
  ['population', population, (side) => population[side].verify(citizen)],
  ['business_registry', registry, (side) => registry[side].lookup({ taxCode: '0199001236' })],
  ['payment', payment, (side) => payment[side].createBill(order)],
  ['national_portal', portal, (side) => portal[side].pushDossier(dossier)],
  [
    'vss',
    vss,
    (side) =>
      vss[side].submit({ facilityCode: '01001', messageType: 'xml130', visitCode: 'v1', document: '<x/>' }),
  ],
  ['mail', mail, (side) => mail[side].send({ to: 'a@mau.moh.example', subject: 'Thử', text: 'Nội dung' })],
  ['sms', sms, (side) => sms[side].send({ to: '0912345678', text: 'Hồ sơ đã được tiếp nhận.' })],
];

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'ok',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

for (const side of ['direct', 'overHttp'] as const) {
  describe.each(calls)(
    `%s (${side === 'direct' ? 'simulator' : 'over HTTP'})`,
    (partner, { weather, exchanges }, call) => {
      it.each([
        ['ok', 'ok'],
        ['slow', 'ok'],
        ['down', 'unavailable'],
        ['rejects', 'denied'],
        ['malformed', 'unavailable'],
      ] as const)('when %s the caller meets %s', async (mood, outcome) => {
        weather.set(partner, mood);
        expect(await codeOf(call(side))).toBe(outcome);
        weather.set(partner, 'ok');
        if (side === 'overHttp') expect(exchanges.at(-1)).toMatchObject({ partner, outcome });
      });

      it('gives the same answer to the same question', async () => {
        expect(await call(side)).toEqual(await call(side));
      });
    },
  );

  describe(`verbs (${side})`, () => {
    it('population compares and reads', async () => {
      expect(await population[side].verify(citizen)).toEqual({ match: true, mismatches: [] });
      const wrong = { ...citizen, name: 'Trần Thị Ánh', birthDate: '1991-04-13' };
      expect(await population[side].verify(wrong)).toEqual({
        match: false,
        mismatches: ['name', 'birth_date'],
      });
      const read = await population[side].readBasic({
        personalId: citizen.personalId,
        purpose: 'Điền hồ sơ',
      });
      expect(read).toMatchObject({ name: 'Trần Thị Minh Anh', sex: 'female', alive: true });
      const unknown = { personalId: '099000000000', purpose: 'Điền hồ sơ' };
      expect(await codeOf(population[side].readBasic(unknown))).toBe('not_found');
      expect(await codeOf(population[side].verify({ ...citizen, personalId: '12' }))).toBe('invalid');
    });

    it('the business registry knows living and dissolved companies, and a wrong check digit', async () => {
      expect(await registry[side].lookup({ taxCode: '0199001236' })).toMatchObject({ state: 'active' });
      expect(await registry[side].lookup({ taxCode: '0199000458' })).toMatchObject({ state: 'dissolved' });
      expect(await codeOf(registry[side].lookup({ taxCode: '0100109106' }))).toBe('not_found');
      expect(await codeOf(registry[side].lookup({ taxCode: '0199001237' }))).toBe('invalid');
    });

    it('payment makes one bill of one reference', async () => {
      const bill = await payment[side].createBill(order);
      expect(bill).toMatchObject({ state: 'open', payUrl: world.payUrl(bill.billId) });
      expect(await codeOf(payment[side].createBill({ ...order, amount: 1_000 }))).toBe('conflict');
      expect(await payment[side].status({ billId: bill.billId })).toMatchObject({
        state: 'open',
        transactionId: null,
      });
      expect(await codeOf(payment[side].refund({ billId: bill.billId, reason: 'Thử' }))).toBe('conflict');
      expect(await codeOf(payment[side].status({ billId: 'HDX' }))).toBe('not_found');
      expect(await payment[side].reconcile({ date: '2026-11-22' })).toEqual({
        date: '2026-11-22',
        entries: [],
      });
    });

    it('the national portal numbers, takes and finds dossiers', async () => {
      const { code } = await portal[side].nextCode({ agency: 'G18.02', date: '2026-11-22' });
      expect(code).toMatch(/^G18\.02-20261122-\d{7}$/);
      const { messageId } = await portal[side].pushDossier(dossier, { idempotencyKey: 'm-1' });
      expect(await portal[side].pushDossier(dossier, { idempotencyKey: 'm-1' })).toEqual({ messageId });
      const progress = {
        code: dossier.code,
        officer: 'Vũ Thị Hồng Nhung',
        position: 'Chuyên viên',
        unit: 'QLD',
        content: 'Thẩm định',
        publicStatus: 4,
        at,
        startedAt: at,
        deadline: null,
      };
      await portal[side].pushProgress(progress);
      expect(await portal[side].lookup({ code: dossier.code })).toEqual({
        code: dossier.code,
        publicStatus: 4,
        updatedAt: '2026-11-22T09:00:00+07:00',
      });
      expect(await codeOf(portal[side].lookup({ code: 'G18.99-20260101-0000001' }))).toBe('not_found');
      expect(await codeOf(portal[side].pushProgress({ ...progress, code: 'x' }))).toBe('not_found');
    });

    it('social security gives a receipt that can be asked about', async () => {
      const message = {
        facilityCode: '01001',
        messageType: 'xml130' as const,
        visitCode: 'v2',
        document: '<x/>',
      };
      const { receiptNumber } = await vss[side].submit(message);
      expect(await vss[side].status({ receiptNumber })).toMatchObject({ state: 'accepted' });
      expect(await codeOf(vss[side].submit({ ...message, document: 'không phải XML' }))).toBe('invalid');
    });
  });
}

describe('the wire', () => {
  const ask = { taxCode: '0199001236' };

  it('refuses a wrong secret as our own mistake', async () => {
    expect(await codeOf(registry.connect({ secret: 'another' }).lookup(ask))).toBe('misconfigured');
  });

  it('does not wait longer than it is told', async () => {
    registry.weather.set('business_registry', 'slow');
    expect(await codeOf(registry.connect({ timeoutMs: 5 }).lookup(ask))).toBe('unavailable');
    registry.weather.set('business_registry', 'ok');
  });

  it('takes a partner that is not there for unavailable', async () => {
    expect(await codeOf(registry.connect({ url: 'http://127.0.0.1:9' }).lookup(ask))).toBe('unavailable');
  });

  it('logs the hash of the payload and the request, never the payload', async () => {
    await registry.overHttp.lookup(ask, { requestId: 'r-1' });
    const logged = registry.exchanges.at(-1);
    expect(logged).toMatchObject({
      verb: 'lookup',
      outcome: 'ok',
      requestId: 'r-1',
      payloadHash: hashOf(JSON.stringify(ask)),
    });
    expect(JSON.stringify(logged)).not.toContain(ask.taxCode);
  });

  it('keeps what mail and SMS delivered, each message once', async () => {
    const before = tray.list().length;
    const message = { to: 'b@mau.moh.example', subject: 'Biên nhận', text: 'Hồ sơ đã nộp' };
    await mail.overHttp.send(message, { idempotencyKey: 'mail-1' });
    await mail.direct.send(message, { idempotencyKey: 'mail-1' });
    expect(tray.list()).toHaveLength(before + 1);
    expect(tray.list()[0]).toMatchObject({ channel: 'mail', subject: 'Biên nhận' });
  });
});
