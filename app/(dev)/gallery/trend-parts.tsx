import { Trend } from '@/components/charts/trend';
import type { TrendSpot } from '@/components/charts/trend-scale';
import { Piece } from './part';

const start = 2023 * 12 + 10;

function course(values: readonly (number | null)[]): TrendSpot[] {
  return values.map((value, index) => {
    const month = start + index;
    const [year, place] = [Math.floor(month / 12), String((month % 12) + 1).padStart(2, '0')];
    return {
      at: `${year}-${place}-28`,
      label: `Tháng ${Number(place)}/${year}`,
      value,
      numerator: value === null ? null : Math.round(value * 16.5),
      denominator: value === null ? null : 1650,
      provisional: index === values.length - 1,
    };
  });
}

const long = Array.from({ length: 36 }, (_, index) => 18 + index * 1.4 + ((index * 7) % 5) / 2);

export function TrendParts() {
  return (
    <>
      <Piece name="Đường theo thời gian: 36 điểm, trống ở giữa, hai hạn, dự báo">
        <Trend
          title="Bệnh án điện tử, cả nước: 68,4% (1.128/1.650) tháng 10/2026"
          narration="Tăng 1,4 điểm % mỗi tháng trong sáu tháng; đến hạn 30/09/2025 đạt 48,0%. Thiếu số liệu tháng 3–6/2025."
          series={[
            {
              id: 'emr',
              label: 'Tỷ lệ',
              points: course(long.map((value, index) => (index > 15 && index < 20 ? null : value))),
            },
          ]}
          goals={[
            { at: '2025-09-30', value: 100, label: 'Hạn 30/09/2025: 100%' },
            { at: '2027-12-31', value: 100, label: 'Hạn sau 31/12/2027: 100%' },
          ]}
          plan={[
            { at: '2023-11-28', value: 18 },
            { at: '2025-09-30', value: 100 },
          ]}
          forecast={{ value: 100, early: '2028-02-01', median: '2028-08-01', late: null }}
          marks={[{ at: '2025-07-01', label: 'Sáp nhập còn 34 tỉnh, thành phố' }]}
        />
      </Piece>
      <Piece name="Bốn đường">
        <Trend
          title="Bốn nhóm bệnh viện"
          narration="Bệnh viện thuộc Bộ cao nhất, bệnh viện tư nhân thấp nhất."
          series={['Thuộc Bộ', 'Hạng I', 'Hạng II', 'Tư nhân'].map((label, place) => ({
            id: label,
            label,
            points: course(long.slice(0, 12).map((value) => value * (1.6 - place * 0.2) + 20 - place * 4)),
          }))}
        />
      </Piece>
      <Piece name="Một điểm; số đếm; không có điểm">
        <div className="grid gap-8 sm:grid-cols-3">
          <Trend
            title="Một tháng"
            narration="Tháng đầu tiên có báo cáo."
            series={[{ id: 'a', label: 'Tỷ lệ', points: course([71.6]) }]}
          />
          <Trend
            title="Số người"
            narration="Trục bắt đầu từ 0."
            unit="count"
            series={[{ id: 'a', label: 'Người', points: course([1200, 3400, 2900, 15400]) }]}
          />
          <Trend
            title="Chưa có"
            narration="Chưa kỳ nào được khóa."
            series={[{ id: 'a', label: 'x', points: [] }]}
          />
        </div>
      </Piece>
    </>
  );
}
