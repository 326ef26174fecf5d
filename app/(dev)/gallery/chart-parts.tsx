import { Bullet } from '@/components/charts/bullet';
import { DotPlot, type DotRow } from '@/components/charts/dot-plot';
import { shapes34 } from '@/components/charts/map/shapes-34';
import { shapes63 } from '@/components/charts/map/shapes-63';
import { Sparkline } from '@/components/charts/sparkline';
import { VietnamMap } from '@/components/charts/vietnam-map';
import { BarParts } from './bar-parts';
import { Part, Piece } from './part';
import { TrendParts } from './trend-parts';

const bullets = [
  { narration: 'Bệnh án điện tử: 68,4% (1.128/1.650), mục tiêu 100%', value: 68.4, planned: 92 },
  { narration: 'LIS: 92,3% (36/39), mục tiêu 100%', value: 92.3, forecast: { low: 94, high: 99 } },
  { narration: 'HIS: 100,0% (1.650/1.650), mục tiêu 100%', value: 100 },
  { narration: 'Khám bệnh không giấy: 0,0% (0/125), mục tiêu 80%', value: 0, target: 80 },
  { narration: 'Thanh toán không tiền mặt: chưa đủ số liệu', value: null },
  { narration: 'RIS-PACS: 52,6% (20/38), không có mục tiêu', value: 52.6, target: null },
] as const;

const months = Array.from({ length: 36 }, (_, index) => 40 + index * 0.8 + (index % 4));

const sparks = [
  { name: '36 tháng', points: months.map((value) => ({ value })) },
  {
    name: 'Trống ở giữa',
    points: months.map((value, index) => ({ value: index > 14 && index < 22 ? null : value })),
  },
  {
    name: 'Tháng cuối tạm tính',
    points: [50, 55, 61, 60].map((value, index) => ({ value, provisional: index === 3 })),
  },
  { name: 'Một điểm', points: [{ value: 68.4 }] },
  { name: 'Chưa có số liệu', points: [{ value: null }, { value: null }] },
];

const dots: readonly DotRow[] = [
  { id: 'a', name: 'Đồng Nai', href: '#dots', value: 100, numerator: 57, denominator: 57, other: 94.7 },
  {
    id: 'b',
    name: 'Thành phố Hồ Chí Minh',
    href: '#dots',
    value: 87.7,
    numerator: 64,
    denominator: 73,
    other: 60,
  },
  {
    id: 'c',
    name: 'Huế',
    href: '#dots',
    value: 71.6,
    numerator: 53,
    denominator: 74,
    other: null,
    current: true,
  },
  {
    id: 'd',
    name: 'Bệnh viện Điều dưỡng – Phục hồi chức năng Trung ương',
    value: 0,
    numerator: 0,
    denominator: 61,
  },
  { id: 'e', name: 'Lai Châu', href: '#dots', value: null, numerator: null, denominator: null },
  { id: 'f', name: 'Lạng Sơn', href: '#dots', value: null, numerator: 0, denominator: 0 },
];

export function ChartParts() {
  return (
    <Part id="charts" title="Biểu đồ và bản đồ">
      <Piece name="Thanh so với mục tiêu">
        <ul className="flex max-w-page flex-col gap-3">
          {bullets.map((bullet) => (
            <li key={bullet.narration}>
              <p className="text-14">{bullet.narration}</p>
              <Bullet target={100} {...bullet} />
            </li>
          ))}
        </ul>
      </Piece>
      <Piece name="Đường nhỏ trong bảng">
        <ul className="flex flex-wrap gap-8 text-14">
          {sparks.map(({ name, points }) => (
            <li key={name}>
              <Sparkline narration={name} points={points} target={80} />
              {name}
            </li>
          ))}
        </ul>
      </Piece>
      <Piece name="Chấm theo thứ tự">
        <DotPlot
          title="Bệnh án điện tử: tỉnh nào chậm"
          narration="Cao nhất: Đồng Nai 100,0% (57/57). Hai tỉnh chưa đủ số liệu."
          nameHeader="Tỉnh, thành phố"
          rows={dots}
          target={80}
          legend={{ value: 'Có minh chứng', other: 'Đã khai' }}
        />
      </Piece>
      <TrendParts />
      <BarParts />
      <Piece name="Bản đồ 34 và 63">
        <div className="grid gap-10 lg:grid-cols-2">
          {(
            [
              ['34', shapes34],
              ['63', shapes63],
            ] as const
          ).map(([world, shapes]) => (
            <VietnamMap
              key={world}
              world={world}
              title={`Bệnh án điện tử trên bản đồ ${world} tỉnh, thành phố`}
              narration="Cùng năm bậc cho mọi kỳ, để so sánh được."
              places={Object.keys(shapes).map((id, index) => ({
                id,
                name: id,
                href: `#${id}`,
                value: index % 9 === 5 ? null : 38 + ((index * 17) % 63),
                numerator: index,
                denominator: 60,
              }))}
            />
          ))}
        </div>
      </Piece>
    </Part>
  );
}
