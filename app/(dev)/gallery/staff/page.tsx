import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame, Main, PageTitle } from '@/components/shell/main';
import { StaffHeader } from '@/components/shell/staff-header';
import { StatusTag } from '@/components/ui/status-tag';
import { FactLine } from '@/components/ui/summary-list';
import { simulatorsOn } from '@/lib/config/features';

export const metadata: Metadata = { title: 'Khung của cán bộ', robots: { index: false } };

export default function StaffFramePage() {
  if (!simulatorsOn()) notFound();
  return (
    <Frame density="desk">
      <StaffHeader
        sample
        theme="system"
        personName="Trần Minh Đức"
        post="Cục Quản lý Dược · chuyên viên thụ lý"
        items={[
          { href: '/today', label: 'Hôm nay' },
          { href: '/gallery/staff', label: 'Hồ sơ' },
          { href: '/documents', label: 'Số hóa' },
          { href: '/reporting', label: 'Báo cáo' },
          { href: '/indicators', label: 'Chỉ tiêu' },
          { href: '/search', label: 'Tìm kiếm', shortcut: '/' },
        ]}
      />
      <Main width="full">
        <PageTitle
          lead={<FactLine facts={[{ label: 'Người nộp', value: 'Công ty TNHH Dược phẩm An Phúc' }]} />}
          aside={
            <div className="text-right">
              <StatusTag tone="due_soon">Còn 1 ngày làm việc</StatusTag>
              <p className="tabular text-21 font-semibold">24/11/2026</p>
            </div>
          }
        >
          Công bố mỹ phẩm nhập khẩu: Kem chống nắng Soleil SPF 50
        </PageTitle>
      </Main>
    </Frame>
  );
}
