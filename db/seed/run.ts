import 'server-only';
import { database, type Tx, transaction } from '@/db/client';
import { seedChunks, seedRuns } from '@/db/schema/seeding';
import { packLocks } from '@/lib/indicators/cube/blocks/commands';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { seedAccounts, seedDuties } from './accounts';
import { seedCalendar } from './calendar';
import { seedDossiers } from './dossiers';
import { seedMinistryHospitals, seedSampleHospitals } from './facilities';
import { seedIndex766 } from './index-766';
import { countDossierFacts, seedNationalDossiers } from './national/dossiers';
import { seedNationalReports } from './national/reports';
import { seedObservations } from './observations';
import { seedPlaces } from './places';
import { seedProcedures } from './procedures';
import { seedRegisters } from './register-entries';
import { seedReportElements } from './report-elements';
import { seedReportValues } from './report-values';
import { seedRetentionRules } from './retention-rules';
import { seedEvidence } from './sample-evidence';
import { seedFeedback } from './sample-feedback';
import { seedPapers } from './sample-papers';
import { seedShares } from './sample-shares';
import { seedSecurityControls } from './security-controls';
import { seedSuccessorTargets } from './successor-targets';
import { seedTargets } from './targets';
import { seedUnits } from './units';

export type SeedScale = 'reference' | 'demo' | 'national' | '10x';
type Log = (line: string) => void;
export type SeedOptions = {
  readonly scale: SeedScale;
  readonly log: Log;
  /** Of the national steps only this one. */
  readonly only?: NationalStep | undefined;
};

type Step = readonly [name: string, run: (tx: Tx, at: Date) => Promise<number>];

const civilDate = (at: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(at);

/** In the order in which they refer to one another. */
const referenceSteps: readonly Step[] = [
  ['places', seedPlaces],
  ['units', seedUnits],
  ['calendar', seedCalendar],
  ['procedures', seedProcedures],
  ['duties', seedDuties],
  ['report elements', (tx, at) => seedReportElements(tx, civilDate(at))],
  ['ministry hospitals', seedMinistryHospitals],
  ['successor targets', seedSuccessorTargets],
  ['indicators', seedTargets],
  ['published figures', seedObservations],
  ['index 766', seedIndex766],
  ['registers', seedRegisters],
  ['security controls', seedSecurityControls],
  ['retention rules', seedRetentionRules],
];

const demoSteps: readonly Step[] = [
  ['accounts', seedAccounts],
  ['sample hospitals', seedSampleHospitals],
  ['sample reports', seedReportValues],
  ['sample dossiers', seedDossiers],
  ['sample feedback', seedFeedback],
  ['sample shares', seedShares],
];

/** Each in many transactions of its own, and each can be run alone. */
const nationalSteps = {
  reports: seedNationalReports,
  columns: packLocks,
  dossiers: seedNationalDossiers,
  facts: countDossierFacts,
} satisfies Record<string, (log: Log) => Promise<number>>;
export type NationalStep = keyof typeof nationalSteps;
export const nationalStepNames = Object.keys(nationalSteps) as NationalStep[];

type Counts = Record<string, number>;

/** Fills an empty database; run again, it adds what is missing and changes nothing. */
export async function seed({ scale, log, only }: SeedOptions): Promise<void> {
  if (scale === '10x') throw new DomainError('unavailable', `seed.${scale}`);
  // What is made for a demonstration is made of all sample rows: once a nation's are there, it stays as it is.
  const [national] = await database().select({ step: seedChunks.step }).from(seedChunks).limit(1);
  const small = scale === 'reference' ? 'reference' : 'demo';
  if (national === undefined) await finish(small, await seedSmall(small, log));
  if (scale === 'national') await seedNation(log, only);
}

/** One transaction per step. */
async function seedSmall(scale: 'reference' | 'demo', log: Log): Promise<Counts> {
  const startedAt = now();
  const counts: Counts = {};
  for (const [name, run] of scale === 'demo' ? [...referenceSteps, ...demoSteps] : referenceSteps) {
    const began = performance.now();
    counts[name] = await transaction((tx) => run(tx, startedAt));
    log(`${name}: ${counts[name]} (${Math.round(performance.now() - began)} ms)`);
  }
  if (scale === 'reference') return counts;
  return {
    ...counts,
    'sample papers': await seedPapers(log, startedAt),
    'sample evidence': await seedEvidence(),
  };
}

async function seedNation(log: Log, only: NationalStep | undefined): Promise<void> {
  const counts: Counts = {};
  for (const name of only === undefined ? nationalStepNames : [only]) {
    const began = performance.now();
    counts[`national ${name}`] = await nationalSteps[name](log);
    log(`national ${name}: ${counts[`national ${name}`]} (${Math.round(performance.now() - began)} ms)`);
  }
  if (only === undefined) await finish('national', counts);
}

async function finish(scale: SeedScale, steps: Counts): Promise<void> {
  await transaction((tx) =>
    tx.insert(seedRuns).values({ scale, finishedAt: now(), steps }).onConflictDoNothing(),
  );
}
