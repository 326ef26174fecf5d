/** Something the person at the keyboard can put right: shown as its sentence, without a stack. */
export class Fault extends Error {}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** What a disk or a file system refuses is said in a sentence too, wherever it comes up. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof Fault) return error.message;
  const { code, path = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `Hết chỗ trên ổ đĩa ${path}. / The disk is full ${path}.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `Không có quyền ghi hoặc đọc ${path} (${code}). / No permission to write or read ${path} (${code}).`;
  return null;
}

/** Ends a script: a fault as one sentence, anything else as the bug it is. */
export function report(error: unknown): void {
  process.exitCode = 1;
  complain(sentenceOf(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)));
}

export const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Asks again until it holds; false when the time is up. */
export async function until(holds: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  for (;;) {
    if (await holds()) return true;
    if (Date.now() > end) return false;
    await pause(50);
  }
}
