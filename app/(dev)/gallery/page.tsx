import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Footer } from '@/components/shell/footer';
import { Frame, Main, PageTitle } from '@/components/shell/main';
import { PublicHeader } from '@/components/shell/public-header';
import { SampleBanner } from '@/components/ui/sample';
import { Segments } from '@/components/ui/tabs';
import { TextLink } from '@/components/ui/text-link';
import { simulatorsOn } from '@/lib/config/features';
import { themeOf } from '@/lib/i18n/theme';
import { CaseParts } from './case-parts';
import { ChartParts } from './chart-parts';
import { DataParts } from './data-parts';
import { FormParts } from './form-parts';
import { ShellParts } from './shell-parts';
import { WordParts } from './word-parts';

export const metadata: Metadata = { title: 'Bộ phận giao diện', robots: { index: false } };

const parts = [
  { id: 'words', title: 'Chữ, màu, nút, thông báo' },
  { id: 'forms', title: 'Biểu mẫu' },
  { id: 'case', title: 'Một hồ sơ' },
  { id: 'data', title: 'Số liệu và bảng' },
  { id: 'charts', title: 'Biểu đồ và bản đồ' },
  { id: 'shell', title: 'Khung trang' },
] as const;

/** Every part in every state; `?theme=` and `?density=` show it in both themes and at both densities. */
export default async function GalleryPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  if (!simulatorsOn()) notFound();
  const asked = await searchParams;
  const theme = themeOf(String(asked.theme));
  const density = asked.density === 'desk' ? 'desk' : 'reading';
  const look = (next: string, room: string) => `/gallery?theme=${next}&density=${room}`;
  return (
    <div {...(theme === 'system' ? {} : { 'data-theme': theme })} className="bg-surface text-ink">
      <Frame density={density}>
        <PublicHeader />
        <SampleBanner />
        <Main width="wide">
          <PageTitle lead="Mỗi bộ phận trong mọi trạng thái, trên nền sáng và nền tối, cho người đọc và cho bàn làm việc.">
            Bộ phận giao diện
          </PageTitle>
          <div className="no-print flex flex-wrap gap-6">
            <Segments
              label="Nền"
              tabs={[
                { href: look('light', density), label: 'Nền sáng', current: theme === 'light' },
                { href: look('dark', density), label: 'Nền tối', current: theme === 'dark' },
              ]}
            />
            <Segments
              label="Mật độ"
              tabs={[
                { href: look(theme, 'reading'), label: 'Người đọc', current: density === 'reading' },
                { href: look(theme, 'desk'), label: 'Bàn làm việc', current: density === 'desk' },
              ]}
            />
          </div>
          <ul className="mt-6 flex flex-wrap gap-x-6 gap-y-1">
            {parts.map((part) => (
              <li key={part.id}>
                <TextLink href={`#${part.id}`}>{part.title}</TextLink>
              </li>
            ))}
          </ul>
          <WordParts />
          <FormParts />
          <CaseParts />
          <DataParts />
          <ChartParts />
          <ShellParts />
        </Main>
        <Footer theme={theme} />
      </Frame>
    </div>
  );
}
