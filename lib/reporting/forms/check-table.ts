/**
 * The validation rules of E01–E60 and the cross-checks between them, as data.
 * Legal basis of the two overdue flags: Thông tư 13/2025/TT-BYT, điều 4 (hospitals by 30/09/2025, other
 * facilities by 31/12/2026); Quyết định 1710/QĐ-BYT (class I and above: paperless examination by the end of 2025).
 */
import type { Check, Condition, Severity, Words } from '@/lib/reporting/define';
import { parts } from './elements';

const words = (vi: string, en: string): Words => ({ vi, en });

function nameOf(id: string): Words {
  const part = parts.find((one) => one.id === id);
  if (part === undefined) throw new Error(`no such part: ${id}`);
  const { label: whole } = part.element;
  if (part.label === undefined) return words(`${whole.vi} (${id})`, `${whole.en} (${id})`);
  return words(`${whole.vi} – ${part.label.vi} (${id})`, `${whole.en} – ${part.label.en} (${id})`);
}

const isTrue = (part: string): Condition => ({ kind: 'is_true', part });
const isFalse = (part: string): Condition => ({ kind: 'is_false', part });
const present = (part: string): Condition => ({ kind: 'present', part });
const positive = (part: string): Condition => ({ kind: 'above', part, value: 0 });
const endsAfter = (date: string): Condition => ({ kind: 'period_ends_after', date });

type Rest = { when?: Condition[]; severity?: Severity; basis?: string };

const check = (code: string, ids: string[], must: Condition, message: Words, rest: Rest = {}): Check => ({
  code,
  severity: rest.severity ?? 'error',
  parts: ids,
  when: rest.when ?? [],
  must,
  message,
  ...(rest.basis ? { basis: rest.basis } : {}),
});

function atMostOther(part: string, other: string): Check {
  const [left, right] = [nameOf(part), nameOf(other)];
  return check(
    `${part}-not-above-${other}`,
    [part, other],
    { kind: 'not_above', part, other, factor: 1 },
    words(`${left.vi} không được lớn hơn ${right.vi}.`, `${left.en} may not exceed ${right.en}.`),
  );
}

/** When `trigger` holds for `part`, `other` has to be yes. */
function needsYes(part: string, other: string, trigger: Condition = isTrue(part)): Check {
  const [left, right] = [nameOf(part), nameOf(other)];
  return check(
    `${part}-needs-${other}`,
    [part, other],
    isTrue(other),
    words(`${left.vi} chỉ được khai khi có ${right.vi}.`, `${left.en} requires ${right.en}.`),
    { when: [trigger] },
  );
}

function needsValue(part: string, when: Condition, cause: Words, severity: Severity = 'error'): Check {
  const name = nameOf(part);
  return check(
    `${part}-required`,
    [part],
    present(part),
    words(`Phải khai ${name.vi} ${cause.vi}.`, `${name.en} is required ${cause.en}.`),
    { when: [when], severity },
  );
}

function notAfterPeriod(part: string): Check {
  const name = nameOf(part);
  return check(
    `${part}-not-after-period`,
    [part],
    { kind: 'not_after_period', part },
    words(
      `${name.vi} không được sau ngày cuối kỳ báo cáo.`,
      `${name.en} may not be after the end of the period.`,
    ),
  );
}

function withinYear(part: string): Check {
  const name = nameOf(part);
  return check(
    `${part}-within-12-months`,
    [part],
    { kind: 'within_months', part, months: 12 },
    words(`${name.vi} đã quá 12 tháng.`, `${name.en} is more than 12 months ago.`),
    { severity: 'warning' },
  );
}

function onlyOptions(part: string): Check {
  const name = nameOf(part);
  const values = (parts.find((one) => one.id === part)?.options ?? []).map(({ code }) => code);
  return check(
    `${part}-options`,
    [part],
    { kind: 'one_of', part, values },
    words(`${name.vi} có giá trị ngoài danh mục.`, `${name.en} has a value outside its list.`),
  );
}

function evidenceOf(element: string, part: string, when: Condition): Check {
  const name = nameOf(part);
  return check(
    `${element}-evidence`,
    [part],
    { kind: 'has_evidence', element },
    words(`${name.vi} chưa có tệp minh chứng.`, `${name.en} has no evidence file.`),
    { when: [when], severity: 'warning' },
  );
}

function computed(part: string, numerator: string, denominator: string): Check {
  const name = nameOf(part);
  return check(
    `${part}-computed`,
    [part, numerator, denominator],
    { kind: 'ratio', part, numerator, denominator, tolerance: 0.1 },
    words(
      `${name.vi} phải bằng ${numerator} chia ${denominator}.`,
      `${name.en} has to equal ${numerator} divided by ${denominator}.`,
    ),
  );
}

function onlyWith(part: string, activity: 'obstetrics' | 'driver_checks', cause: Words): Check {
  const name = nameOf(part);
  return check(
    `${part}-only-with-${activity}`,
    [part],
    { kind: 'activity', activity },
    words(`${name.vi} chỉ khai khi cơ sở ${cause.vi}.`, `${name.en} is only for facilities ${cause.en}.`),
    { when: [positive(part)] },
  );
}

const notNegative = parts
  .filter(({ type, id }) => (type === 'count' || type === 'amount') && id !== 'E02')
  .map(({ id }) => {
    const name = nameOf(id);
    return check(
      `${id}-not-negative`,
      [id],
      { kind: 'at_least', part: id, value: 0 },
      words(`${name.vi} không được âm.`, `${name.en} may not be negative.`),
    );
  });

const upTo = (id: string, from: number, to: number): Check[] => {
  const name = nameOf(id);
  const message = words(
    `${name.vi} phải từ ${from} đến ${to}.`,
    `${name.en} has to be between ${from} and ${to}.`,
  );
  return [
    check(`${id}-minimum`, [id], { kind: 'at_least', part: id, value: from }, message),
    check(`${id}-maximum`, [id], { kind: 'at_most', part: id, value: to }, message),
  ];
};

const percents = parts.filter(({ type }) => type === 'percent').flatMap(({ id }) => upTo(id, 0, 100));
const levels = [...upTo('E08', 1, 7), ...upTo('E51a', 1, 5), ...upTo('E60a', 1, 7)];

const steady = parts
  .filter(({ type, element }) => type === 'count' && element.frequency === 'month')
  .map(({ id }) => {
    const name = nameOf(id);
    return check(
      `${id}-steady`,
      [id],
      { kind: 'steady', part: id, share: 0.5 },
      words(
        `${name.vi} thay đổi hơn 50% so với tháng trước, cần giải trình.`,
        `${name.en} changed by more than 50% since last month: explain.`,
      ),
      { severity: 'warning' },
    );
  });

const notWithdrawn = parts
  .filter(({ type }) => type === 'boolean')
  .map(({ id }) => {
    const name = nameOf(id);
    return check(
      `${id}-not-withdrawn`,
      [id],
      { kind: 'not_withdrawn', part: id },
      words(
        `${name.vi} kỳ trước là có, nay là không: cần nêu lý do.`,
        `${name.en} was yes and is now no: give the reason.`,
      ),
      { severity: 'warning' },
    );
  });

const withHis = words('khi có HIS', 'when there is a HIS');

const elementChecks: Check[] = [
  check(
    'E01-beds-plausible',
    ['E01a', 'E01b'],
    { kind: 'not_above', part: 'E01b', other: 'E01a', factor: 3 },
    words(
      'Số giường thực kê lớn hơn 3 lần số giường kế hoạch.',
      'Actual beds exceed three times the planned beds.',
    ),
    { severity: 'warning' },
  ),
  check(
    'E02-positive',
    ['E02'],
    positive('E02'),
    words('Tổng số nhân viên y tế phải lớn hơn 0.', 'Health staff has to be above 0.'),
  ),
  atMostOther('E03', 'E02'),
  atMostOther('E04', 'E03'),
  check(
    'E04-target',
    ['E04'],
    { kind: 'at_least', part: 'E04', value: 1 },
    words(
      'Chưa có cán bộ CNTT có chứng chỉ an toàn thông tin (chỉ tiêu: ít nhất 1).',
      'No IT staff with a security certificate (target: at least 1).',
    ),
    { severity: 'flag', basis: 'QĐ 1710/QĐ-BYT', when: [{ kind: 'hospital', is: true }] },
  ),
  needsValue('E06', isTrue('E05'), withHis),
  needsValue('E07a', isTrue('E05'), withHis),
  needsValue('E08', isTrue('E05'), withHis),
  needsYes('E10', 'E09'),
  needsYes('E12a', 'E11'),
  needsYes('E12a', 'E14'),
  needsYes('E13', 'E11', positive('E13')),
  needsYes('E14', 'E11'),
  needsYes('E16', 'E15', present('E16')),
  notAfterPeriod('E16'),
  needsYes('E17', 'E15', present('E17')),
  onlyOptions('E17'),
  atMostOther('E19', 'E18'),
  needsYes('E19', 'E15', positive('E19')),
  computed('E20', 'E19', 'E18'),
  check(
    'E21-needs-E16',
    ['E21', 'E16'],
    present('E16'),
    words(
      'Không dùng bệnh án giấy chỉ được khai khi đã có ngày chính thức dùng bệnh án điện tử (E16).',
      'No paper records requires the date of replacement (E16).',
    ),
    { when: [isTrue('E21')] },
  ),
  check(
    'E21-needs-share',
    ['E21', 'E20'],
    { kind: 'at_least', part: 'E20', value: 99.5 },
    words(
      'Không dùng bệnh án giấy đòi hỏi tỷ lệ hồ sơ bệnh án điện tử từ 99,5% trở lên.',
      'No paper records requires a share of electronic records of at least 99.5%.',
    ),
    { when: [isTrue('E21')] },
  ),
  needsYes('E22', 'E15'),
  needsYes('E22', 'E09'),
  needsYes('E23', 'E15'),
  needsYes('E24', 'E15'),
  atMostOther('E25a', 'E25b'),
  atMostOther('E25b', 'E02'),
  atMostOther('E27b', 'E27a'),
  needsYes('E27b', 'E26', positive('E27b')),
  atMostOther('E29b', 'E29a'),
  atMostOther('E29c', 'E29a'),
  needsYes('E29a', 'E28', positive('E29a')),
  atMostOther('E31b', 'E31a'),
  atMostOther('E32', 'E31a'),
  atMostOther('E33', 'E31a'),
  needsValue(
    'E35',
    isTrue('E34'),
    words('khi chấp nhận thanh toán không dùng tiền mặt', 'when cashless payment is accepted'),
  ),
  needsYes('E35', 'E34', present('E35')),
  onlyOptions('E35'),
  atMostOther('E36b', 'E36a'),
  needsYes('E36b', 'E34', positive('E36b')),
  atMostOther('E37b', 'E37a'),
  computed('E38', 'E37b', 'E37a'),
  atMostOther('E39b', 'E39a'),
  onlyWith('E39a', 'obstetrics', words('có hoạt động sản khoa', 'with obstetrics')),
  atMostOther('E40b', 'E40a'),
  atMostOther('E41b', 'E41a'),
  onlyWith('E41a', 'driver_checks', words('được phép khám sức khỏe lái xe', 'authorised for driver checks')),
  needsValue('E48b', isTrue('E48a'), words('khi có cổng hoặc trang thông tin', 'when there is a website')),
  notAfterPeriod('E49e'),
  withinYear('E49e'),
  check(
    'E50b-needs-role',
    ['E50b', 'E50a'],
    { kind: 'none_of', part: 'E50a', values: ['none'] },
    words(
      'Có ca khám chữa bệnh từ xa thì phải khai vai trò hạt nhân hoặc vệ tinh.',
      'Telemedicine sessions require the role of core or satellite.',
    ),
    { when: [positive('E50b')] },
  ),
  needsValue(
    'E51a',
    { kind: 'class_in', classes: ['special', 'class_1'] },
    words('đối với cơ sở hạng I trở lên', 'for class I and above'),
  ),
  notAfterPeriod('E51c'),
  notAfterPeriod('E52a'),
  notAfterPeriod('E52b'),
  atMostOther('E54b', 'E54a'),
  atMostOther('E54c', 'E54a'),
  notAfterPeriod('E55'),
  withinYear('E55'),
  atMostOther('E56a', 'E02'),
  atMostOther('E56b', 'E02'),
  atMostOther('E56c', 'E02'),
  onlyOptions('E57'),
  onlyOptions('E58a'),
  check(
    'E60-level-needs-E21',
    ['E60a', 'E21'],
    isTrue('E21'),
    words(
      'Mức 6 trở lên đòi hỏi không sử dụng bệnh án giấy (E21).',
      'Level 6 and above requires no paper records (E21).',
    ),
    { when: [{ kind: 'at_least', part: 'E60a', value: 6 }], basis: 'TT 54/2017/TT-BYT' },
  ),
];

const evidence: Check[] = [
  evidenceOf('E04', 'E04', positive('E04')),
  evidenceOf('E12', 'E12a', isTrue('E12a')),
  evidenceOf('E16', 'E16', present('E16')),
  evidenceOf('E23', 'E23', isTrue('E23')),
  evidenceOf('E24', 'E24', isTrue('E24')),
  evidenceOf('E51', 'E51a', present('E51a')),
  evidenceOf('E52', 'E52b', present('E52b')),
  evidenceOf('E60', 'E60a', present('E60a')),
];

const dependOnHis = ['E08', 'E09', 'E10', 'E11', 'E12a', 'E12b', 'E13', 'E14', 'E20', 'E21', 'E22'];

const crossChecks: Check[] = [
  check(
    'no-his-nothing-else',
    ['E05', ...dependOnHis],
    { kind: 'none', parts: dependOnHis },
    words(
      'Chưa có HIS thì các mục E08–E14 và E20–E22 phải để trống hoặc là không.',
      'Without a HIS, E08–E14 and E20–E22 have to be empty or no.',
    ),
    { when: [isFalse('E05')] },
  ),
  check(
    'missed-1710',
    ['E22'],
    isTrue('E22'),
    words(
      'Chưa đạt 1710: cơ sở hạng I trở lên chưa khám bệnh không giấy sau 31/12/2025.',
      'Missed 1710: class I and above without paperless examination after 31/12/2025.',
    ),
    {
      severity: 'flag',
      basis: 'QĐ 1710/QĐ-BYT',
      when: [{ kind: 'class_in', classes: ['special', 'class_1'] }, isFalse('E22'), endsAfter('2025-12-31')],
    },
  ),
  check(
    'overdue-tt13-hospital',
    ['E15'],
    isTrue('E15'),
    words(
      'Quá hạn TT 13/2025: bệnh viện chưa có bệnh án điện tử sau 30/09/2025.',
      'Overdue under Circular 13/2025: hospital without electronic records after 30/09/2025.',
    ),
    {
      severity: 'flag',
      basis: 'TT 13/2025/TT-BYT, điều 4',
      when: [{ kind: 'hospital', is: true }, isFalse('E15'), endsAfter('2025-09-30')],
    },
  ),
  check(
    'overdue-tt13-other',
    ['E15'],
    isTrue('E15'),
    words(
      'Quá hạn TT 13/2025: cơ sở chưa có bệnh án điện tử sau 31/12/2026.',
      'Overdue under Circular 13/2025: facility without electronic records after 31/12/2026.',
    ),
    {
      severity: 'flag',
      basis: 'TT 13/2025/TT-BYT, điều 4',
      when: [{ kind: 'hospital', is: false }, isFalse('E15'), endsAfter('2026-12-31')],
    },
  ),
];

export const checkTable: readonly Check[] = [
  ...notNegative,
  ...percents,
  ...levels,
  ...elementChecks,
  ...evidence,
  ...crossChecks,
  ...steady,
  ...notWithdrawn,
];
