import { BackLink, Breadcrumbs } from '@/components/ui/breadcrumbs';
import { MonthGrid } from '@/components/ui/month-grid';
import type { DayKind, GridDay } from '@/components/ui/month-grid-weeks';
import { Progress } from '@/components/ui/progress';
import { FactLine, SummaryList } from '@/components/ui/summary-list';
import { Segments, Tabs } from '@/components/ui/tabs';
import { TaskList } from '@/components/ui/task-list';
import { Timeline } from '@/components/ui/timeline';
import { Part, Piece } from './part';

const kinds: readonly (readonly [from: number, to: number, kind: DayKind, note?: string])[] = [
  [9, 10, 'counted'],
  [11, 13, 'paused', 'Chờ bổ sung theo Mẫu 02 số 118'],
  [14, 15, 'off', 'Thứ Bảy, Chủ nhật'],
  [16, 20, 'paused', 'Chờ bổ sung theo Mẫu 02 số 118'],
  [21, 22, 'off', 'Thứ Bảy, Chủ nhật'],
  [23, 23, 'counted'],
  [24, 24, 'due'],
];

const days: readonly GridDay[] = kinds.flatMap(([from, to, kind, note]) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    date: `2026-11-${String(from + index).padStart(2, '0')}`,
    kind,
    note,
  })),
);

export function CaseParts() {
  return (
    <Part id="case" title="Một hồ sơ">
      <Ways />
      <div className="grid gap-10 lg:grid-cols-2">
        <Piece name="Danh sách việc">
          <Progress done={3} total={6} />
          <TaskList level={3} title="1. Kê khai" tasks={declare} />
          <TaskList level={3} title="2. Nộp" tasks={send} />
        </Piece>
        <Piece name="Diễn biến">
          <Timeline entries={story} />
        </Piece>
        <Piece name="Xem lại trước khi gửi">
          <SummaryList rows={answers} />
        </Piece>
        <Piece name="Đồng hồ thời hạn: 3 ngày làm việc">
          <MonthGrid caption="Thời hạn 3 ngày làm việc, từng ngày" days={days} today="2026-11-23" />
        </Piece>
      </div>
    </Part>
  );
}

function Ways() {
  return (
    <Piece name="Đường dẫn, thẻ, lựa chọn">
      <Breadcrumbs crumbs={[{ href: '#case', label: 'Chờ tôi xử lý (14)' }, { label: 'hồ sơ 3/14' }]} />
      <BackLink href="#case">Hồ sơ của tôi</BackLink>
      <FactLine
        facts={[
          { label: 'Người nộp', value: 'Công ty TNHH Dược phẩm An Phúc' },
          { label: 'Trạng thái', value: 'Đang thẩm định' },
          { label: 'Nộp qua', value: 'Cổng DVC quốc gia' },
        ]}
      />
      <div className="mt-4">
        <Tabs
          label="Danh sách đã lưu"
          tabs={[
            { href: '#mine', label: 'Chờ tôi xử lý', count: 14, current: true },
            { href: '#soon', label: 'Sắp đến hạn', count: 3 },
            { href: '#asked', label: 'Chờ bổ sung', count: 27 },
            { href: '#all', label: 'Cả phòng', count: '200+' },
          ]}
        />
      </div>
      <div className="mt-4">
        <Segments
          label="Giấy tờ"
          tabs={[
            { href: '#form', label: 'Phiếu công bố' },
            { href: '#letter', label: 'Giấy ủy quyền', count: '1/3', current: true },
            { href: '#cfs', label: 'CFS' },
          ]}
        />
      </div>
    </Piece>
  );
}

const declare = [
  { id: 'company', title: 'Doanh nghiệp và người đại diện', href: '#case', status: 'Xong' },
  { id: 'product', title: 'Sản phẩm', href: '#case', status: 'Xong' },
  { id: 'ingredients', title: 'Thành phần', href: '#case', status: 'Còn 2 dòng', open: true },
];

const send = [
  { id: 'fee', title: 'Nộp lệ phí 500.000 ₫', href: '#case', status: 'Chưa nộp', open: true },
  { id: 'check', title: 'Xem lại và gửi', status: 'Chưa mở' },
];

const story = [
  { id: '1', title: 'Bạn nộp hồ sơ và lệ phí', detail: '09/11/2026, 08:50 · biên lai điện tử' },
  { id: '2', title: 'Bộ phận Một cửa tiếp nhận', detail: '09/11/2026, 09:15 · Giấy tiếp nhận (Mẫu 01)' },
  { id: '3', title: 'Cục Quản lý Dược đề nghị bổ sung', detail: '10/11/2026 · Phiếu yêu cầu (Mẫu 02)' },
  { id: '4', title: 'Cục Quản lý Dược thẩm định', detail: 'từ 20/11/2026', state: 'current' as const },
  { id: '5', title: 'Ký và trả kết quả', detail: 'chậm nhất 24/11/2026', state: 'next' as const },
];

const answers = [
  { key: 'name', label: 'Tên sản phẩm', value: 'Soleil Crème Solaire SPF 50', changeHref: '#case' },
  {
    key: 'tax',
    label: 'Mã số thuế',
    value: '0312345678',
    note: 'CSDL đăng ký doanh nghiệp, 09/11/2026',
    changeHref: '#case',
  },
  { key: 'paper', label: 'Giấy lưu hành tự do (CFS)', value: '', changeHref: '#case' },
];
