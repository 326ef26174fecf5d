import { env } from '@/lib/config/env';
import { type ProblemCode, problemCodes } from '@/lib/kernel/fault';
import { describeInterface, type InterfaceFacts } from '@/lib/kernel/openapi';
import { Problem, wordsFor } from '@/lib/kernel/problem';
import { revalidated } from '@/lib/session/route';
import { routes } from './routes';

export async function GET(request: Request): Promise<Response> {
  const body = describeInterface(
    routes.map(({ definition }) => definition),
    {
      title: {
        vi: 'Giao diện lập trình của Cổng chuyển đổi số Bộ Y tế',
        en: "Interface of the Ministry of Health's portal",
      },
      description: {
        vi: 'Cho phần mềm của cơ sở y tế, doanh nghiệp và các cổng khác. Thời điểm theo ISO 8601 có múi giờ; lỗi theo RFC 9457; danh sách dùng con trỏ.',
        en: 'For the software of facilities, businesses and other portals. Times are ISO 8601 with offset; errors are RFC 9457; lists use cursors.',
      },
      server: env().PUBLIC_URL,
      problem: Problem,
      problems: await problemWords(),
    },
  );
  return revalidated({ status: 200, body }, request);
}

async function problemWords(): Promise<InterfaceFacts['problems']> {
  const [vi, en] = await Promise.all([wordsFor('vi'), wordsFor('en')]);
  const entries = problemCodes.map((code) => {
    const [own, other] = [vi.of(code), en.of(code)];
    const words = { title: { vi: own.title, en: other.title }, detail: { vi: own.detail, en: other.detail } };
    return [code, words] as const;
  });
  return Object.fromEntries(entries) as Record<ProblemCode, (typeof entries)[number][1]>;
}
