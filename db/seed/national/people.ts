import { demoPeople } from '@/lib/integrations/people';
import type { Action, Role } from '@/lib/policy/table';
import { catalogue } from '@/lib/procedures/catalogue';
import { accountIdOf, personIdOf } from '../accounts';
import { taxCode } from '../applicants';
import { uuidOf } from '../chance';
import { rolesOf } from '../dossier-officers';
import { type Draw, drawsFrom, oneOf } from './draws';
import { addressName, organisationName, personName } from './names';

/** Whoever acts on a dossier, with the columns of an event that name them. */
export interface Acting {
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly name: string;
  readonly role: Role;
  readonly scope: string | null;
}

export interface Applicant extends Acting {
  readonly accountId: string;
  readonly personId: string;
  readonly organisation: { id: string; name: string; taxCode: string; address: string } | null;
}

export interface Officer extends Acting {
  readonly accountId: string;
  readonly personId: string;
  readonly role: Role;
  /** Made up here; the others are people one can sign in as. */
  readonly invented: boolean;
}

export const system: Acting = {
  accountId: null,
  personId: null,
  name: 'Hệ thống',
  role: 'system',
  scope: null,
};

/** How many applicants there are to a number of dossiers. */
export function applicantCounts(dossiers: number) {
  const regulars = Math.max(4, Math.round(dossiers / 100));
  return {
    regulars,
    organisations: regulars + Math.max(4, Math.round(dossiers / 20)),
    citizens: Math.max(4, Math.round(dossiers / 12)),
  };
}
export type ApplicantCounts = ReturnType<typeof applicantCounts>;

const firstSerial = 1000;

export function organisationAt(nth: number): Applicant {
  const draw = drawsFrom(1_000_000_007 + nth);
  const id = uuidOf(`national-organisation:${nth}`);
  const organisation = {
    id,
    name: organisationName(draw),
    taxCode: taxCode(firstSerial + nth),
    address: addressName(draw),
  };
  return {
    accountId: uuidOf(`national-account:${nth}`),
    personId: uuidOf(`national-person:${nth}`),
    name: personName(draw),
    role: 'applicant_org',
    scope: `org:${id}`,
    organisation,
  };
}

export function citizenAt(nth: number): Applicant {
  return {
    accountId: uuidOf(`national-citizen:${nth}`),
    personId: uuidOf(`national-citizen-person:${nth}`),
    name: personName(drawsFrom(1_500_000_001 + nth)),
    role: 'applicant_citizen',
    scope: null,
    organisation: null,
  };
}

/** Remembers whoever applies again and again. */
export function applicantPicker(counts: ApplicantCounts) {
  const [firms, citizens] = [new Map<number, Applicant>(), new Map<number, Applicant>()];
  const remembered = (known: Map<number, Applicant>, nth: number, make: (nth: number) => Applicant) => {
    const found = known.get(nth);
    if (found !== undefined) return found;
    const made = make(nth);
    known.set(nth, made);
    return made;
  };
  return (draw: Draw, forCitizens: boolean): Applicant => {
    if (forCitizens) return remembered(citizens, Math.floor(counts.citizens * draw() ** 1.4), citizenAt);
    // A few businesses hand in thousands; most of the others one or two.
    const isRegular = draw() < 0.7;
    const nth = isRegular
      ? Math.floor(counts.regulars * draw() ** 2.5)
      : counts.regulars + Math.floor((counts.organisations - counts.regulars) * draw());
    return remembered(firms, nth, organisationAt);
  };
}

/** The demonstration's few dossiers are never judged by an invited expert, the nation's are. */
const rolesHere: typeof rolesOf = { ...rolesOf, 'dossier.opine': 'expert' };

/** The role an officer needs for an action; null where it is the applicant's or the portal's own. */
export const officerRole = (action: Action): Role | null => rolesHere[action] ?? null;

const units = [...new Set(catalogue.map(({ unit }) => unit))];
const big = new Set(['QLD', 'HTTB', 'ATTP', 'QLKCB']);
const staffing: readonly (readonly [Role, big: number, small: number])[] = [
  ['dispatcher', 5, 2],
  ['reviewer', 45, 10],
  ['checker', 8, 2],
  ['approver', 4, 2],
  ['records', 5, 2],
];

function officer(role: Role, scope: string | null, nth: number): Officer {
  const key = `${role}:${scope ?? ''}:${nth}`;
  const seed = [...key].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7);
  return {
    accountId: uuidOf(`national-officer:${key}`),
    personId: uuidOf(`national-officer-person:${key}`),
    name: personName(drawsFrom(seed)),
    role,
    scope,
    invented: true,
  };
}

function demoOfficers(role: Role, scope: string | null): Officer[] {
  return demoPeople
    .filter(({ grants }) => grants.some((grant) => grant.role === role && grant.scope === scope))
    .map(({ account, name }) => ({
      accountId: accountIdOf(account),
      personId: personIdOf(account),
      name,
      role,
      scope,
      invented: false,
    }));
}

const crew = (role: Role, scope: string | null, count: number): readonly Officer[] => [
  ...demoOfficers(role, scope),
  ...Array.from({ length: count }, (_, nth) => officer(role, scope, nth)),
];

const oneStop = crew('one_stop', 'VPB', 40);
const experts = crew('expert', null, 30);
const crews = new Map<string, ReadonlyMap<Role, readonly Officer[]>>(
  units.map((unit) => [
    unit,
    new Map(staffing.map(([role, many, few]) => [role, crew(role, unit, big.has(unit) ? many : few)])),
  ]),
);

/** Everybody who works on dossiers of this unit in this role; the people one can sign in as among them. */
export function officersOf(unit: string, role: Role): readonly Officer[] {
  if (role === 'one_stop') return oneStop;
  if (role === 'expert') return experts;
  return crews.get(unit)?.get(role) ?? [];
}

export const inventedOfficers: readonly Officer[] = [
  ...oneStop,
  ...experts,
  ...[...crews.values()].flatMap((roles) => [...roles.values()].flat()),
].filter(({ invented }) => invented);

export function officerFor(draw: Draw, unit: string, role: Role): Officer {
  return oneOf(draw, officersOf(unit, role));
}
