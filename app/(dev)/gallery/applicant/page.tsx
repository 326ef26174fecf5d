import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ApplicantHeader } from '@/components/shell/applicant-header';
import { Footer } from '@/components/shell/footer';
import { Frame, Main, PageTitle } from '@/components/shell/main';
import { Notice } from '@/components/ui/notice';
import { Timeline } from '@/components/ui/timeline';
import { simulatorsOn } from '@/lib/config/features';

export const metadata: Metadata = { title: 'Khung của người nộp hồ sơ', robots: { index: false } };

export default function ApplicantFramePage() {
  if (!simulatorsOn()) notFound();
  return (
    <Frame density="reading">
      <ApplicantHeader
        personName="Nguyễn Thị Hồng Ngọc"
        items={[
          { href: '/gallery/applicant', label: 'Hồ sơ của tôi' },
          { href: '/my/wallet', label: 'Kho giấy tờ' },
          { href: '/my/messages', label: 'Tin nhắn' },
        ]}
      />
      <Main width="prose">
        <PageTitle lead="G18.01-20261109-0000412">Công bố mỹ phẩm nhập khẩu</PageTitle>
        <Notice title="Đang được thẩm định. Bạn không phải làm gì lúc này.">
          Kết quả hẹn trả <strong>24/11/2026</strong>, trước 17:00.
        </Notice>
        <h2 className="mt-8 mb-4">Diễn biến</h2>
        <Timeline
          entries={[
            { id: '1', title: 'Bạn nộp hồ sơ và lệ phí', detail: '09/11/2026, 08:50 · biên lai điện tử' },
            { id: '2', title: 'Bộ phận Một cửa tiếp nhận', detail: '09/11/2026, 09:15' },
            { id: '3', title: 'Ký và trả kết quả', detail: 'chậm nhất 24/11/2026', state: 'next' },
          ]}
        />
      </Main>
      <Footer theme="system" />
    </Frame>
  );
}
