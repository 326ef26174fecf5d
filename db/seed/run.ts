import 'server-only';
import { type Tx, transaction } from '@/db/client';
import { seedRuns } from '@/db/schema/seeding';
import { now } from '@/lib/kernel/clock';
import { DomainError } from '@/lib/kernel/errors';
import { seedAccounts, seedDuties } from './accounts';
import { seedCalendar } from './calendar';
import { seedDossiers } from './dossiers';
import { seedMinistryHospitals, seedSampleHospitals } from './facilities';
import { seedIndex766 } from './index-766';
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
export type SeedOptions = { readonly scale: SeedScale; readonly log: (line: string) => void };

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

function stepsOf(scale: SeedScale): readonly Step[] {
  if (scale === 'reference') return referenceSteps;
  if (scale === 'demo') return [...referenceSteps, ...demoSteps];
  throw new DomainError('unavailable', `seed.${scale}`);
}

/** Fills an empty database, one transaction per step; run again, it adds what is missing and changes nothing. */
export async function seed({ scale, log }: SeedOptions): Promise<void> {
  const startedAt = now();
  const counts: Record<string, number> = {};
  for (const [name, run] of stepsOf(scale)) {
    const began = performance.now();
    counts[name] = await transaction((tx) => run(tx, startedAt));
    log(`${name}: ${counts[name]} (${Math.round(performance.now() - began)} ms)`);
  }
  if (scale !== 'reference') counts['sample papers'] = await seedPapers(log, startedAt);
  if (scale !== 'reference') counts['sample evidence'] = await seedEvidence();
  await transaction((tx) =>
    tx.insert(seedRuns).values({ scale, finishedAt: now(), steps: counts }).onConflictDoNothing(),
  );
}
