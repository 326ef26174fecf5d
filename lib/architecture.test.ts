import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Folders of lib from the bottom up: a folder imports only what stands before it, never its own level. */
const levels = [
  ['policy', 'config', 'i18n'],
  ['kernel'],
  ['integrations', 'pdf'],
  ['session'],
  ['access', 'audit', 'facilities', 'partners', 'procedures', 'documents'],
  ['registers', 'dossiers', 'feedback', 'reporting'],
  ['calendar', 'indicators', 'notifications', 'search'],
  ['jobs'],
];

/** The closed vocabulary of a business noun; `commands/`, `queries/` and `catalogue/` hold one file per verb, question or entry. */
const vocabulary = [
  'schema.ts',
  'rules.ts',
  'workflow.ts',
  'events.ts',
  'queries.ts',
  'commands.ts',
  'actions.ts',
  'jobs.ts',
  'define.ts',
  'checks.ts',
];
const openFolders = ['commands', 'queries', 'catalogue', 'forms'];
const technical = ['policy', 'config', 'i18n', 'session', 'kernel', 'integrations', 'pdf', 'jobs'];

/** Files that may open the database. */
const databaseFiles =
  /^(lib\/(session|access|audit|jobs)\/|lib\/kernel\/(command|query|outbox|audit-trail|numbers|idempotency|calendar-in-force)\.ts|lib\/integrations\/exchange-log\.ts|lib\/[a-z0-9/-]+\/(queries|jobs|commands)(\.ts|\/)|app\/api\/health\/|db\/|scripts\/|bench\/)/;

/** Where an actor is made out of proof: a session, a token, the portal itself, a test. */
const minters = [
  'db/testing-actors.ts',
  'lib/policy/actor.ts',
  'lib/session/actor.ts',
  'lib/session/system.ts',
  'lib/session/token.ts',
];

/** Exceptions to the laws below. This list only shrinks. */
const exceptions = new Set<string>([]);

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** What others' packages and built pages lie in is left out of the bench. */
const benches = ['cluster', 'measure', 'report', 'rows', 'stage'].map((folder) => `bench/${folder}`);

const sources = ['app', 'components', 'db', 'lib', ...benches]
  .flatMap(filesBelow)
  .filter((file) => !/\.test\.tsx?$/.test(file));

interface Import {
  file: string;
  target: string;
  typeOnly: boolean;
}

const imports: Import[] = sources.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8');
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[\s\S]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm,
  );
  return [...statements].flatMap(([, type, from, dynamic]) => {
    const target = resolved(file, from ?? dynamic ?? '');
    return target === null ? [] : [{ file, target, typeOnly: type !== undefined }];
  });
});

function resolved(file: string, specifier: string): string | null {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  return specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : null;
}

const nounOf = (path: string) => (path.startsWith('lib/') ? path.split('/')[1] : undefined);
const levelOf = (noun: string) => levels.findIndex((level) => level.includes(noun));
const broken = (found: string[]) => found.filter((one) => !exceptions.has(one));
const arrow = ({ file, target }: Import) => `${file} → ${target}`;

describe('architecture', () => {
  it('knows the level of every folder of lib', () => {
    const folders = readdirSync(join(root, 'lib'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map(({ name }) => name).filter((name) => levelOf(name) === -1)).toEqual([]);
  });

  it('lets imports go down the levels only', () => {
    const upward = imports.filter(({ file, target }) => {
      const [from, to] = [nounOf(file), nounOf(target)];
      return from !== undefined && to !== undefined && from !== to && levelOf(to) >= levelOf(from);
    });
    expect(broken(upward.map(arrow))).toEqual([]);
  });

  it('imports nothing from app, and from components only in app', () => {
    const wrong = imports.filter(
      ({ file, target }) =>
        (target.startsWith('app/') && !file.startsWith('app/')) ||
        (target.startsWith('components/') && !/^(app|components)\//.test(file)),
    );
    expect(broken(wrong.map(arrow))).toEqual([]);
  });

  it('measures from outside: nothing imports the bench', () => {
    const wrong = imports.filter(
      ({ file, target }) => target.startsWith('bench/') && !file.startsWith('bench/'),
    );
    expect(broken(wrong.map(arrow))).toEqual([]);
  });

  it('gives views plain data: components know pure files, actions and words only', () => {
    const allowed =
      /^lib\/(i18n\/|[a-z0-9/-]+\/(schema|rules|workflow|actions|define|form-state|calendar|clock-[a-z]+)$|kernel\/(form-state|form-rows|pagination)$)/;
    const wrong = imports.filter(
      ({ file, target, typeOnly }) =>
        file.startsWith('components/') &&
        !target.startsWith('components/') &&
        !allowed.test(target) &&
        !typeOnly,
    );
    expect(broken(wrong.map(arrow))).toEqual([]);
  });

  it('opens the database only where a read or a write is', () => {
    const wrong = imports.filter(
      ({ file, target, typeOnly }) =>
        /^db\/(client|schema)/.test(target) && !typeOnly && !databaseFiles.test(file),
    );
    expect(broken(wrong.map(arrow))).toEqual([]);
  });

  it('keeps db below lib, but for types and the seeds, which are made of the catalogues', () => {
    const wrong = imports.filter(
      ({ file, target, typeOnly }) =>
        /^db\/(client|schema|migrate)/.test(file) &&
        target.startsWith('lib/') &&
        !target.startsWith('lib/config/') &&
        !typeOnly,
    );
    expect(broken(wrong.map(arrow))).toEqual([]);
  });

  it('keeps pure files pure', () => {
    const pure = sources.filter((file) =>
      /^lib\/.*\/(schema|rules|workflow|events|define)\.ts$|^lib\/policy\/|\/catalogue\//.test(file),
    );
    const impure = pure.filter((file) =>
      /Date\.now\(|new Date\(\)|process\.env|from 'react'|'server-only'/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    );
    expect(broken(impure)).toEqual([]);
  });

  it('marks what runs on the server', () => {
    const reading = sources.filter((file) =>
      /^lib\/[a-z0-9/-]+\/(queries|commands|jobs)(\.ts$|\/)/.test(file),
    );
    const unmarked = reading.filter(
      (file) => !readFileSync(join(root, file), 'utf8').startsWith("import 'server-only'"),
    );
    expect(broken(unmarked)).toEqual([]);
  });

  it('keeps to the vocabulary of a noun', () => {
    const strange = sources.filter((file) => {
      const [top, noun, ...rest] = file.split('/');
      if (top !== 'lib' || noun === undefined || rest.length === 0 || technical.includes(noun)) return false;
      if (rest.slice(0, -1).some((folder) => openFolders.includes(folder))) return false;
      return !vocabulary.includes(rest.at(-1) ?? '');
    });
    expect(broken(strange)).toEqual([]);
  });

  it('calls nothing by a name that says nothing', () => {
    const empty = /(^|\/|-)(utils?|helpers?|common|misc|managers?|services?|handlers?)(\.|\/|-|$)/;
    expect(broken([...sources.filter((file) => empty.test(file))])).toEqual([]);
  });

  it('makes an actor only from proof', () => {
    const minting = sources.filter((file) => /\bmintActor\(/.test(readFileSync(join(root, file), 'utf8')));
    expect(minting.sort()).toEqual(minters);
  });

  it('suppresses nothing', () => {
    const silenced = sources.filter((file) =>
      /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    );
    expect(broken(silenced)).toEqual([]);
  });

  it('keeps files short', () => {
    const data = /\/(catalogue|seed|forms)\/|db\/schema\/|migrations|people\.ts$|\/workflow\.ts$/;
    const long = sources.filter(
      (file) => !data.test(file) && readFileSync(join(root, file), 'utf8').split('\n').length > 260,
    );
    expect(broken(long)).toEqual([]);
  });
});
