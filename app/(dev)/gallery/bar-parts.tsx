import { ChangeBars } from '@/components/charts/change-bars';
import { CoverageStrip } from '@/components/charts/coverage-strip';
import { MiniBars } from '@/components/charts/mini-bars';
import { StackedBar } from '@/components/charts/stacked-bar';
import { Piece } from './part';

const rungs = [
  { key: 'paper', label: 'Bệnh án giấy' },
  { key: 'both', label: 'Song song' },
  { key: 'emr', label: 'Thay bệnh án giấy' },
];

const ladders = [
  {
    id: 'a',
    name: 'Hà Nội',
    href: '#charts',
    counts: { paper: 4, both: 6, emr: 20 },
    proven: { paper: 4, both: 6, emr: 14 },
  },
  { id: 'b', name: 'Thành phố Hồ Chí Minh', counts: { emr: 41 }, proven: { emr: 41 } },
  { id: 'c', name: 'Lai Châu', counts: { paper: 9, both: 1 }, proven: { paper: 9 } },
  { id: 'd', name: 'Cao Bằng', counts: {}, proven: {} },
];

const months = Array.from({ length: 12 }, (_, index) => `Tháng ${index + 1}/2026`);

export function BarParts() {
  return (
    <>
      <Piece name="Bậc thang theo tỉnh">
        <StackedBar
          title="Bệnh án điện tử: bệnh viện đang ở bậc nào"
          narration="Hà Nội: 20/30 đã khai thay bệnh án giấy, 14 có minh chứng. Cao Bằng chưa đủ số liệu."
          nameHeader="Tỉnh, thành phố"
          parts={rungs}
          rows={ladders}
        />
      </Piece>
      <Piece name="Điều gì làm con số thay đổi">
        <div className="grid gap-10 md:grid-cols-2">
          <ChangeBars
            title="Tăng 1,2 điểm % so với tháng 9/2026"
            narration="Thêm bệnh viện đạt: +1,5; thêm bệnh viện phải tính: −0,3."
            from={{ label: 'Tháng 9/2026', value: 71.2 }}
            to={{ label: 'Tháng 10/2026', value: 72.4 }}
            parts={[
              { key: 'n', label: 'Số bệnh viện đạt', points: 1.53 },
              { key: 'd', label: 'Số bệnh viện phải tính', points: -0.31 },
              { key: 'c', label: 'Tác động chéo', points: -0.02 },
            ]}
          />
          <ChangeBars
            title="Không đổi"
            narration="Hai kỳ bằng nhau; 100% cả hai."
            from={{ label: 'Tháng 9/2026', value: 100 }}
            to={{ label: 'Tháng 10/2026', value: 100 }}
            parts={[{ key: 'n', label: 'Số bệnh viện đạt', points: 0 }]}
          />
        </div>
      </Piece>
      <Piece name="Mười hai kỳ của một ô">
        <div className="flex flex-wrap gap-8">
          <MiniBars
            name="Số lượt khám"
            bars={months.map((label, index) => ({
              label,
              value: index === 4 ? null : 900 + index * 40,
              carried: index === 7,
            }))}
          />
          <MiniBars name="Có HIS" bars={months.map((label, index) => ({ label, value: index > 3 }))} />
          <MiniBars name="Chưa có" bars={months.map((label) => ({ label, value: null }))} />
          <MiniBars name="Một kỳ" bars={[{ label: 'Tháng 10/2026', value: 0 }]} />
        </div>
      </Piece>
      <Piece name="Con số dựa trên bao nhiêu câu trả lời">
        <div className="flex max-w-form flex-col gap-6">
          <CoverageStrip
            counts={{ reported: 1204, carried: 310, missing: 136 }}
            hrefs={{ missing: '#charts', carried: '#map' }}
          />
          <CoverageStrip counts={{ reported: 38, carried: 0, missing: 0 }} />
          <CoverageStrip counts={{ reported: 0, carried: 0, missing: 0 }} />
          <CoverageStrip counts={{ reported: 3, carried: 5, missing: 1 }} bare />
        </div>
      </Piece>
    </>
  );
}
