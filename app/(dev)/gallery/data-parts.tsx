import { Bullet } from '@/components/charts/bullet';
import { DataTable } from '@/components/tables/data-table';
import { type Column, PlainTable } from '@/components/tables/plain-table';
import { Button } from '@/components/ui/button';
import { Block, Figure } from '@/components/ui/figure';
import { EmptyState } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { StatusTag, type StatusTone } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import { formatNumber, formatPercent } from '@/lib/i18n/format';
import { Part, Piece } from './part';

interface Target {
  id: string;
  title: string;
  part: number;
  whole: number;
  due: string;
  tone: StatusTone;
  word: string;
}

const targets: readonly Target[] = [
  {
    id: 'emr',
    title: 'Bệnh án điện tử',
    part: 1128,
    whole: 1650,
    due: '30/09/2025',
    tone: 'off_track',
    word: 'Chậm',
  },
  {
    id: 'lis',
    title: 'LIS, bệnh viện thuộc Bộ',
    part: 36,
    whole: 39,
    due: '31/12/2025',
    tone: 'at_risk',
    word: 'Cần chú ý',
  },
  { id: 'his', title: 'HIS', part: 1650, whole: 1650, due: '31/12/2025', tone: 'achieved', word: 'Đạt' },
];

const columns: readonly Column<Target>[] = [
  {
    key: 'title',
    header: 'Chỉ tiêu',
    rowHeader: true,
    sort: { href: '#data', direction: 'ascending' },
    cell: (row) => (
      <TextLink href="#data" quiet>
        {row.title}
      </TextLink>
    ),
  },
  {
    key: 'now',
    header: 'Hiện nay',
    numeric: true,
    sort: { href: '#now' },
    cell: (row) => (
      <>
        <span className="block font-semibold">{formatPercent(row.part / row.whole)}</span>
        <span className="text-14 text-muted">
          {formatNumber(row.part)}/{formatNumber(row.whole)}
        </span>
      </>
    ),
  },
  {
    key: 'bar',
    header: 'So với mục tiêu 100%',
    className: 'min-w-56',
    cell: (row) => <BulletOf target={row} />,
  },
  { key: 'due', header: 'Hạn', cell: (row) => row.due },
  {
    key: 'status',
    header: 'Đánh giá',
    className: 'whitespace-nowrap',
    cell: (row) => <StatusTag tone={row.tone}>{row.word}</StatusTag>,
  },
];

export function DataParts() {
  return (
    <Part id="data" title="Số liệu và bảng">
      <Piece name="Ba con số">
        <div className="grid gap-8 bg-canvas p-6 sm:grid-cols-3">
          {targets.map((target) => (
            <Figure key={target.id} label={target.title} value={formatPercent(target.part / target.whole)}>
              <BulletOf target={target} />
              <p className="mt-2">
                {formatNumber(target.part)}/{formatNumber(target.whole)} bệnh viện · mục tiêu 100% · hạn{' '}
                {target.due}
              </p>
              <StatusTag tone={target.tone}>{target.word}</StatusTag>
            </Figure>
          ))}
        </div>
      </Piece>
      <Block title="Bảng từ máy chủ" note="Sắp xếp và sang trang bằng liên kết.">
        <PlainTable
          caption="Chỉ tiêu bệnh viện số"
          captionHidden
          columns={columns}
          rows={targets}
          rowKey={(row) => row.id}
        />
        <Pagination previousHref="#data" nextHref="#next" position="51–100 trong hơn 10.000" />
      </Block>
      <Block title="Bảng có chọn dòng, chọn cột, xem nhanh">
        <Queue />
      </Block>
      <Piece name="Bảng không có dòng">
        <PlainTable
          caption="Hồ sơ quá hạn"
          columns={columns}
          rows={[]}
          rowKey={(row) => row.id}
          empty={<EmptyState title="Không có hồ sơ quá hạn">Hồ sơ quá hạn của phòng sẽ ở đây.</EmptyState>}
        />
      </Piece>
    </Part>
  );
}

function BulletOf({ target }: { target: Target }) {
  const share = target.part / target.whole;
  return (
    <Bullet
      narration={`${target.title}: ${formatPercent(share)}, mục tiêu 100%`}
      value={share * 100}
      target={100}
    />
  );
}

const lines = [
  {
    id: '412',
    who: 'Công ty TNHH Dược phẩm An Phúc',
    due: '24/11/2026',
    tone: 'due_soon',
    word: 'Còn 1 ngày làm việc',
  },
  {
    id: '398',
    who: 'Công ty cổ phần Mỹ phẩm Sao Mai',
    due: '20/11/2026',
    tone: 'overdue',
    word: 'Quá 1 ngày làm việc',
  },
  { id: '377', who: 'Công ty TNHH Thương mại Hoa Sen', due: '27/11/2026', tone: 'paused', word: 'Tạm dừng' },
] as const;

function Queue() {
  return (
    <form>
      <DataTable
        caption="Hồ sơ chờ tôi xử lý"
        columns={[
          { key: 'code', header: 'Mã hồ sơ' },
          { key: 'who', header: 'Người nộp', optional: true },
          { key: 'due', header: 'Hẹn trả', sort: { href: '#due', direction: 'ascending' }, optional: true },
          { key: 'status', header: 'Thời hạn' },
        ]}
        rows={lines.map((line) => ({
          id: line.id,
          name: `G18.01-20261109-0000${line.id}`,
          cells: {
            code: <TextLink href="#data">{`G18.01-20261109-0000${line.id}`}</TextLink>,
            who: line.who,
            due: <span className="tabular">{line.due}</span>,
            status: <StatusTag tone={line.tone}>{line.word}</StatusTag>,
          },
          preview: (
            <>
              <p className="font-semibold">{line.who}</p>
              <p className="text-small text-muted">Hẹn trả {line.due}</p>
            </>
          ),
        }))}
        bulk={
          <Button size="small" variant="secondary" type="button">
            Phân công
          </Button>
        }
      />
    </form>
  );
}
