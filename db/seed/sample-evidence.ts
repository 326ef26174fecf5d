import 'server-only';
import { inArray } from 'drizzle-orm';
import { database, transaction } from '@/db/client';
import { documents } from '@/db/schema/documents';
import { reportEvidence } from '@/db/schema/reporting';
import { keepBlob } from '@/lib/documents/commands';
import { signing } from '@/lib/integrations/signing';
import { storage } from '@/lib/integrations/storage';
import type { PaperDocument } from '@/lib/pdf/paper';
import { renderPaper } from '@/lib/pdf/render';
import type { EvidenceFinding } from '@/lib/reporting/evidence/define';
import { pick, uuidOf } from './chance';
import { placeIdOf, provinces } from './places';
import { demoHospitalId } from './sample-hospitals';
import { type Profile, sampleProfiles } from './sample-profiles';

export interface SampleDecision {
  facility: { id: string; nameVi: string };
  issuedOn: string;
  numberSymbol: string;
  signer: string;
  /** The place before its date. */
  place: string;
}

type Sample = SampleDecision & { periodId: string; dueOn: string; accepted: boolean };

const first = { periodId: '202511', dueOn: '2025-12-05', endsOn: '2025-11-30' };
const latest = { periodId: '202610', dueOn: '2026-11-05', endsOn: '2026-10-31' };
const counts = { accepted: 30, offered: 4 };

/** The demonstration hospital and thirty others have proven their date; a few more wait for the department. */
function samples(): Sample[] {
  const running = sampleProfiles().filter(
    ({ hospital, emrOn }) => hospital.sample === true && emrOn !== null,
  );
  const early = running.filter(({ emrOn }) => emrOn !== null && emrOn <= first.endsOn);
  const others = early.filter(({ hospital }) => hospital.id !== demoHospitalId);
  const inHanoi = others.filter(({ hospital }) => hospital.placeId === placeIdOf('01'));
  const near = pick(inHanoi, counts.accepted / 2, ({ hospital }) => `evidence:${hospital.id}`);
  const far = pick(
    others.filter((one) => !inHanoi.includes(one)),
    counts.accepted - near.length,
    ({ hospital }) => `evidence:${hospital.id}`,
  );
  const waiting = pick(
    inHanoi.filter((one) => !near.includes(one)),
    counts.offered,
    ({ hospital }) => `offered:${hospital.id}`,
  );
  const demo = early.filter(({ hospital }) => hospital.id === demoHospitalId);
  return [
    ...[...demo, ...near, ...far].map((profile) => sampleOf(profile, { ...first, accepted: true })),
    ...waiting.map((profile) => sampleOf(profile, { ...latest, accepted: false })),
  ];
}

function sampleOf(
  { hospital, emrOn }: Profile,
  { periodId, dueOn, accepted }: typeof first & { accepted: boolean },
): Sample {
  const issuedOn = emrOn ?? first.endsOn;
  return {
    facility: { id: hospital.id, nameVi: hospital.nameVi },
    issuedOn,
    numberSymbol: `${Number(issuedOn.slice(5, 7)) * 31 + Number(issuedOn.slice(8))}/QĐ-BV`,
    signer: hospital.id === demoHospitalId ? 'Lâm Chí Dũng' : 'Giám đốc bệnh viện (mẫu)',
    place: provinces.find(({ code }) => placeIdOf(code) === hospital.placeId)?.nameVi ?? '',
    periodId,
    dueOn,
    accepted,
  };
}

/** Each decision is drawn and signed for its hospital; a second run finds them all and draws none. */
export async function seedEvidence(): Promise<number> {
  const wanted = samples();
  const known = await database()
    .select({ id: reportEvidence.id })
    .from(reportEvidence)
    .where(inArray(reportEvidence.id, wanted.map(idOf)));
  const ids = new Set(known.map(({ id }) => id));
  const missing = wanted.filter((sample) => !ids.has(idOf(sample)));
  await Promise.all(missing.map(async (sample) => keepSample(sample, await drawDecision(sample))));
  return wanted.length;
}

const idOf = ({ facility }: Sample) => uuidOf(`evidence:E16:${facility.id}`);
const signedAt = ({ issuedOn }: SampleDecision) => new Date(`${issuedOn}T09:30:00+07:00`);

async function keepSample(sample: Sample, pdf: Buffer): Promise<void> {
  const kept = await storage().put(pdf);
  const offeredAt = new Date(`${sample.dueOn}T09:00:00+07:00`);
  const { facility, issuedOn, numberSymbol, signer, periodId, dueOn, accepted } = sample;
  const documentId = uuidOf(`evidence-document:E16:${facility.id}`);
  await transaction(async (tx) => {
    await keepBlob(tx, { ...kept, mime: 'application/pdf', scan: 'not_scanned' }, offeredAt);
    await tx.insert(documents).values({
      id: documentId,
      sha256: kept.sha256,
      name: `Quyết định ${numberSymbol.replace('/', '-')} (mẫu).pdf`,
      typeCode: 'evidence:E16',
      source: 'evidence',
      numberSymbol,
      issuingAgency: facility.nameVi,
      issueDate: issuedOn,
      createdAt: offeredAt,
      sample: true,
    });
    await tx.insert(reportEvidence).values({
      id: idOf(sample),
      facilityId: facility.id,
      elementId: 'E16',
      periodId,
      documentId,
      sha256: kept.sha256,
      numberSymbol,
      issuedOn,
      issuingUnit: facility.nameVi,
      signer,
      signedAt: signedAt(sample),
      findings: findingsOf(sample),
      offeredAt,
      offeredBy: 'sample',
      ...(accepted
        ? { state: 'accepted', decidedAt: new Date(`${dueOn}T15:00:00+07:00`), decidedBy: 'sample' }
        : {}),
      sample: true,
    });
  });
}

const findingsOf = ({ signer, facility, issuedOn }: Sample): EvidenceFinding[] => [
  { check: 'signature', passed: true, found: signer },
  { check: 'issuing_unit', passed: true, found: facility.nameVi },
  { check: 'issue_date', passed: true, found: issuedOn },
  { check: 'first_use', passed: true, found: null },
];

/** A signed decision of a hospital, marked as a sample on its page. */
export async function drawDecision(decision: SampleDecision): Promise<Buffer> {
  const { pdf } = await signing().sign({
    pdf: await renderPaper(decisionPaper(decision)),
    signer: {
      name: decision.signer,
      title: 'Giám đốc',
      organisation: decision.facility.nameVi,
      kind: 'person',
    },
    reason: 'Ban hành quyết định (mẫu)',
    at: signedAt(decision),
    place: 'approver',
  });
  return pdf;
}

function decisionPaper(decision: SampleDecision): PaperDocument {
  const { facility, issuedOn, numberSymbol, signer, place } = decision;
  const day = issuedOn.split('-').reverse().join('/');
  return {
    title: `Quyết định ${numberSymbol}`,
    heading: {
      title: 'QUYẾT ĐỊNH',
      subtitle: 'Về việc sử dụng bệnh án điện tử thay bệnh án giấy',
    },
    issuer: { parent: 'CƠ SỞ KHÁM BỆNH, CHỮA BỆNH (MẪU)', name: facility.nameVi },
    number: { kind: 'given', text: numberSymbol, date: issuedOn },
    place,
    blocks: [
      { kind: 'paragraph', style: 'centred', text: 'GIÁM ĐỐC BỆNH VIỆN' },
      { kind: 'paragraph', style: 'italic', text: 'Theo đề nghị của Phòng Kế hoạch tổng hợp (mẫu),' },
      { kind: 'paragraph', style: 'centred', text: 'QUYẾT ĐỊNH:' },
      {
        kind: 'paragraph',
        text: `Điều 1. Từ ngày ${day}, ${facility.nameVi} sử dụng bệnh án điện tử thay bệnh án giấy.`,
      },
      {
        kind: 'paragraph',
        text: 'Điều 2. Văn bản này là dữ liệu mẫu của Cổng, dùng để trình diễn việc nộp minh chứng và không có giá trị pháp lý.',
      },
    ],
    recipients: ['Lưu: VT (mẫu).'],
    signatory: { place: 'approver', authority: ['GIÁM ĐỐC'], name: signer },
    dossierCode: 'MẪU',
    verifyUrl: 'https://mau.moh.example',
    sample: true,
    at: signedAt(decision),
  };
}
