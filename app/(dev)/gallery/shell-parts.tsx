import { Emblem, EmblemStrip } from '@/components/shell/emblem';
import { ThemeSwitch } from '@/components/shell/theme-switch';
import { TextLink } from '@/components/ui/text-link';
import { DialogSample } from './dialog-sample';
import { Part, Piece } from './part';

export function ShellParts() {
  return (
    <Part id="shell" title="Khung trang">
      <Piece name="Dấu hiệu nhận biết">
        <EmblemStrip />
        <Emblem className="mt-3 size-16" />
      </Piece>
      <Piece name="Khung của người nộp và của cán bộ">
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          <li>
            <TextLink href="/gallery/applicant">Đầu trang của người nộp hồ sơ</TextLink>
          </li>
          <li>
            <TextLink href="/gallery/staff">Bàn làm việc của cán bộ</TextLink>
          </li>
        </ul>
      </Piece>
      <Piece name="Chọn nền">
        <ThemeSwitch theme="system" />
      </Piece>
      <Piece name="Hộp thoại">
        <DialogSample />
      </Piece>
    </Part>
  );
}
