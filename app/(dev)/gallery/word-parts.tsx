import { Button, ButtonLink } from '@/components/ui/button';
import { ConfidenceMark } from '@/components/ui/confidence-mark';
import { Details } from '@/components/ui/details';
import { EmptyState, InsetText, Notice, Panel, Warning } from '@/components/ui/notice';
import { SampleBadge } from '@/components/ui/sample';
import { StatusTag, type StatusTone, Tag } from '@/components/ui/status-tag';
import { TextLink } from '@/components/ui/text-link';
import { Part, Piece } from './part';

const sizes = ['text-36', 'text-27', 'text-21', 'text-18', 'text-16', 'text-14'] as const;

const colours = [
  ['bg-ink', 'mực'],
  ['bg-primary', 'chính'],
  ['bg-fill', 'nút'],
  ['bg-bar', 'thanh đầu trang'],
  ['bg-canvas', 'nền phụ'],
  ['bg-wash', 'nền chọn'],
  ['bg-line', 'đường kẻ'],
  ['bg-danger', 'lỗi'],
  ['bg-warn-wash', 'nền chú ý'],
  ['bg-sample', 'dữ liệu mẫu'],
] as const;

const dueTones: readonly StatusTone[] = [
  'early',
  'on_time',
  'in_time',
  'due_soon',
  'overdue',
  'paused',
  'neutral',
];
const targetTones: readonly StatusTone[] = ['achieved', 'on_track', 'at_risk', 'off_track', 'no_data'];

export function WordParts() {
  return (
    <Part id="words" title="Chữ, màu, nút, thông báo">
      <Piece name="Cỡ chữ 36 · 27 · 21 · 18 · 16 · 14">
        {sizes.map((size) => (
          <p key={size} className={`${size} leading-snug font-semibold`}>
            Bệnh viện Điều dưỡng – Phục hồi chức năng Trung ương
          </p>
        ))}
      </Piece>
      <Piece name="Màu">
        <ul className="grid grid-cols-2 gap-3 text-14 sm:grid-cols-5">
          {colours.map(([colour, name]) => (
            <li key={colour}>
              <span aria-hidden className={`block h-12 rounded border border-line ${colour}`} />
              {name}
            </li>
          ))}
        </ul>
      </Piece>
      <Buttons />
      <Statuses />
      <Messages />
    </Part>
  );
}

function Buttons() {
  return (
    <>
      <Piece name="Nút">
        <div className="flex flex-wrap items-center gap-3">
          <Button type="button">Nộp hồ sơ</Button>
          <Button type="button" variant="secondary">
            Lưu, nộp sau
          </Button>
          <Button type="button" variant="quiet">
            Bỏ thay đổi
          </Button>
          <Button type="button" variant="danger">
            Rút hồ sơ
          </Button>
          <Button type="button" disabled>
            Trình trưởng phòng
          </Button>
          <ButtonLink href="#words" variant="secondary">
            Liên kết như nút
          </ButtonLink>
        </div>
      </Piece>
      <Piece name="Nút nhỏ, nút có phím tắt">
        <div className="flex flex-wrap items-center gap-3">
          <Button type="button" size="small" shortcut="1">
            Theo bản quét
          </Button>
          <Button type="button" size="small" variant="secondary" shortcut="2">
            Giữ kê khai
          </Button>
          <div className="w-72">
            <Button type="button" variant="secondary" wide shortcut="B">
              Yêu cầu bổ sung (Mẫu 02)
            </Button>
          </div>
        </div>
      </Piece>
      <Piece name="Liên kết">
        <p>
          Xem <TextLink href="#words">cách tính ngày hẹn trả</TextLink> hoặc{' '}
          <TextLink href="#forms" quiet>
            tên một thủ tục trong danh sách
          </TextLink>
          .
        </p>
      </Piece>
    </>
  );
}

function Statuses() {
  return (
    <>
      <Piece name="Hạn">
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {dueTones.map((tone) => (
            <li key={tone}>
              <StatusTag tone={tone} />
            </li>
          ))}
          <li>
            <StatusTag tone="due_soon">Còn 1 ngày làm việc</StatusTag>
          </li>
        </ul>
      </Piece>
      <Piece name="Chỉ tiêu">
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {targetTones.map((tone) => (
            <li key={tone}>
              <StatusTag tone={tone} />
            </li>
          ))}
        </ul>
      </Piece>
      <Piece name="Nhãn, dữ liệu mẫu, độ tin cậy">
        <div className="flex flex-wrap items-center gap-3">
          <Tag>Còn 2 dòng</Tag>
          <Tag tone="plain">Bản nháp</Tag>
          <Tag tone="warn">Chưa xét</Tag>
          <Tag tone="danger">Tệp có mã độc</Tag>
          <SampleBadge />
        </div>
        <p className="mt-3">
          <ConfidenceMark confidence="found" source="TT 06/2011/TT-BYT" verifiedAt="2026-11-01" />
        </p>
        <p>
          <ConfidenceMark confidence="knowledge" source="Nghị định 93/2016/NĐ-CP" href="#words" />
        </p>
      </Piece>
    </>
  );
}

function Messages() {
  return (
    <>
      <Piece name="Thông báo">
        <div className="flex max-w-prose flex-col gap-5">
          <Notice title="Đang được thẩm định. Bạn không phải làm gì lúc này.">
            Kết quả hẹn trả <strong>24/11/2026</strong>, trước 17:00.{' '}
            <TextLink href="#case">Cách tính ngày</TextLink>
          </Notice>
          <InsetText>Bạn không phải nộp bản sao giấy đăng ký kinh doanh.</InsetText>
          <InsetText tone="warn">Số giấy ủy quyền khác với trang 1 của tệp.</InsetText>
          <InsetText tone="danger">Tệp có mã độc nên không được lưu.</InsetText>
          <Warning>Khi đã nộp, bạn chỉ sửa được hồ sơ khi cơ quan yêu cầu bổ sung.</Warning>
          <Details summary="Căn cứ pháp lý">
            <p>Thông tư 06/2011/TT-BYT quy định về quản lý mỹ phẩm.</p>
          </Details>
        </div>
      </Piece>
      <Piece name="Trống">
        <EmptyState
          title="Chưa có hồ sơ nào"
          action={<ButtonLink href="#words">Chọn thủ tục để bắt đầu</ButtonLink>}
        >
          Hồ sơ bạn lập, đã nộp hoặc được ủy quyền sẽ ở đây.
        </EmptyState>
      </Piece>
      <Piece name="Xác nhận">
        <PanelSample />
      </Piece>
    </>
  );
}

function PanelSample() {
  return (
    <Panel level={4} title="Đã nộp hồ sơ">
      Mã hồ sơ <strong className="tabular">G18.01-20261109-0000412</strong>
    </Panel>
  );
}
