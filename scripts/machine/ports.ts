import { createServer } from 'node:net';
import { Fault } from './say';

export async function isFree(port: number): Promise<boolean> {
  for (const host of ['::', '0.0.0.0', '127.0.0.1']) {
    const code = await listenProblem(port, host);
    if (code === 'EADDRINUSE' || code === 'EACCES') return false;
  }
  return true;
}

function listenProblem(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(null)));
  });
}

/** @param setting the one that moves it elsewhere */
export async function checkPort(port: number, setting: string): Promise<void> {
  if (await isFree(port)) return;
  throw new Fault(
    `Cổng ${port} đang được dùng hoặc không được phép mở: hãy chọn cổng khác, ví dụ ${setting}=${port + 10} npm start. / Port ${port} is in use or not permitted: choose another one, such as ${setting}=${port + 10} npm start.`,
  );
}
