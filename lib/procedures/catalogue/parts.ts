// Legal basis of the shared parts: Decree 45/2020/NĐ-CP (8 working hours at intake), Decree 224/2026/NĐ-CP article 15
// (information from the registers). The shares of the route are sample values until each department's decision.
import { derived, found, known, pages, sample } from '@/lib/procedures/catalogue/sources';
import type { Component, ProcedureDefinition, RouteStep, Source, Supplement } from '@/lib/procedures/define';
import type { Field, Section, SimpleField, Text } from '@/lib/procedures/fields/define';

export const t = (vi: string, en: string): Text => ({ vi, en });

/** The day Decree 118/2025/NĐ-CP on one-stop handling replaced Decree 61/2018/NĐ-CP. */
export const oneStopDay = '2025-07-01';

export const fields = {
  drugs: t('Dược', 'Pharmacy'),
  cosmetics: t('Mỹ phẩm', 'Cosmetics'),
  devices: t('Thiết bị y tế', 'Medical devices'),
  food: t('An toàn thực phẩm', 'Food safety'),
  treatment: t('Khám bệnh, chữa bệnh', 'Examination and treatment'),
  traditional: t('Y, dược cổ truyền', 'Traditional medicine'),
  prevention: t('Phòng bệnh', 'Disease prevention'),
  training: t('Khoa học, đào tạo', 'Science and training'),
  assessment: t('Giám định y khoa', 'Medical assessment'),
  mothers: t('Bà mẹ, trẻ em', 'Mothers and children'),
} as const;

type Extra = Partial<Omit<SimpleField, 'code' | 'label' | 'kind'>>;

/** Required unless said otherwise: a form asks only for what is needed. */
export function ask(kind: SimpleField['kind'], code: string, label: Text, extra: Extra = {}): SimpleField {
  return { code, kind, label, required: true, ...extra };
}

export function choices(pairs: Record<string, Text>) {
  return Object.entries(pairs).map(([value, label]) => ({ value, label }));
}

export const yesNo = choices({ yes: t('Có', 'Yes'), no: t('Không', 'No') });

export function section(code: string, title: Text, ...list: Field[]): Section {
  return { code, title, fields: list };
}

export const organisationSection: Section = section(
  'organisation',
  t('Tổ chức, cá nhân chịu trách nhiệm', 'Responsible organisation'),
  ask('text', 'organisation_name', t('Tên tổ chức', 'Name of the organisation'), {
    prefill: 'organisation.name',
    maxLength: 255,
  }),
  ask('tax_code', 'organisation_tax_code', t('Mã số doanh nghiệp', 'Enterprise code'), {
    prefill: 'organisation.taxCode',
  }),
  ask('text', 'organisation_address', t('Địa chỉ trụ sở', 'Registered address'), {
    prefill: 'organisation.address',
    maxLength: 500,
  }),
  ask('text', 'representative', t('Người đại diện theo pháp luật', 'Legal representative'), {
    prefill: 'organisation.representative',
    maxLength: 120,
  }),
  ask('phone', 'contact_phone', t('Điện thoại liên hệ', 'Contact telephone'), { prefill: 'person.phone' }),
  ask('email', 'contact_email', t('Thư điện tử', 'E-mail'), { prefill: 'person.email' }),
);

export const facilitySection: Section = section(
  'facility',
  t('Cơ sở đề nghị', 'Applying facility'),
  ask('text', 'facility_name', t('Tên cơ sở', 'Name of the facility'), {
    prefill: 'facility.name',
    maxLength: 255,
  }),
  ask('text', 'facility_address', t('Địa chỉ hoạt động', 'Address of operation'), {
    prefill: 'facility.address',
    maxLength: 500,
  }),
  ask('text', 'facility_head', t('Người đứng đầu cơ sở', 'Head of the facility'), { maxLength: 120 }),
  ask('phone', 'contact_phone', t('Điện thoại liên hệ', 'Contact telephone'), { prefill: 'person.phone' }),
  ask('email', 'contact_email', t('Thư điện tử', 'E-mail'), { prefill: 'person.email' }),
);

export const personSection: Section = section(
  'person',
  t('Người đề nghị', 'Applicant'),
  ask('text', 'full_name', t('Họ và tên', 'Full name'), { prefill: 'person.fullName', maxLength: 120 }),
  ask('personal_id', 'personal_id', t('Số định danh cá nhân', 'Personal identification number'), {
    prefill: 'person.personalId',
  }),
  ask('date', 'date_of_birth', t('Ngày sinh', 'Date of birth'), {
    prefill: 'person.dateOfBirth',
    notAfter: 'today',
  }),
  ask('text', 'address', t('Nơi cư trú', 'Residence'), { prefill: 'person.address', maxLength: 500 }),
  ask('phone', 'contact_phone', t('Điện thoại liên hệ', 'Contact telephone'), { prefill: 'person.phone' }),
  ask('email', 'contact_email', t('Thư điện tử', 'E-mail'), { prefill: 'person.email', required: false }),
);

export const declarationSection: Section = section(
  'declaration',
  t('Cam kết', 'Declaration'),
  ask(
    'checkbox',
    'declared_true',
    t(
      'Tôi cam đoan thông tin, tài liệu trong hồ sơ là đúng sự thật và chịu trách nhiệm trước pháp luật.',
      'I declare that the information and documents of this dossier are true and answer for them before the law.',
    ),
  ),
);

const pdf = 'application/pdf';
const documentKinds = [pdf, 'image/jpeg', 'image/png'];

type ComponentExtra = Partial<Omit<Component, 'code' | 'title' | 'reuse' | 'source'>>;

/** Mandatory unless a condition is given; the paper original is never asked for in an online dossier. */
export function component(
  code: string,
  title: Text,
  reuse: Component['reuse'],
  source: Source,
  extra: ComponentExtra = {},
): Component {
  const isUploaded = reuse.includes('UP');
  return {
    code,
    title,
    need: extra.when || extra.whenText ? 'conditional' : 'mandatory',
    reuse,
    copy: isUploaded ? ['electronic', 'certified', 'original'] : ['electronic'],
    maxFiles: isUploaded ? 5 : 1,
    accept: isUploaded ? documentKinds : [pdf],
    source,
    ...extra,
  };
}

const stepOf = (
  code: RouteStep['code'],
  role: RouteStep['role'],
  share: number,
  texts: { title: Text; output: Text },
): RouteStep => ({ code, role, share, ...texts });

/** The general internal process; `may` adds what the review of some procedures can need. */
export function standardRoute(may: NonNullable<RouteStep['may']> = ['consulting']): RouteStep[] {
  return [
    {
      ...stepOf('intake', 'one_stop', 0, {
        title: t('Tiếp nhận, số hóa', 'Intake and digitisation'),
        output: t('Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Receipt with result date'),
      }),
      hours: 4,
    },
    stepOf('assign', 'dispatcher', 5, {
      title: t('Phân công', 'Assignment'),
      output: t('Phân công xử lý', 'Assignment'),
    }),
    {
      ...stepOf('review', 'reviewer', 55, {
        title: t('Thẩm định', 'Review'),
        output: t('Phiếu thẩm định', 'Appraisal sheet'),
      }),
      may,
    },
    stepOf('check', 'checker', 10, {
      title: t('Kiểm tra', 'Check'),
      output: t('Ý kiến kiểm tra', 'Comments'),
    }),
    stepOf('draft', 'reviewer', 10, {
      title: t('Dự thảo kết quả', 'Draft of the result'),
      output: t('Dự thảo', 'Draft'),
    }),
    stepOf('sign', 'approver', 10, {
      title: t('Ký', 'Signature'),
      output: t('Kết quả đã ký', 'Signed result'),
    }),
    stepOf('issue', 'records', 5, {
      title: t('Cấp số, ký số cơ quan, phát hành', 'Number, agency signature, issue'),
      output: t('Kết quả đã phát hành', 'Issued result'),
    }),
    stepOf('return', 'one_stop', 5, {
      title: t('Trả kết quả, lưu, đồng bộ', 'Return, archive, synchronise'),
      output: t('Ghi nhận trả kết quả', 'Delivery record'),
    }),
  ];
}

export const intakeLimit: ProcedureDefinition['intakeLimit'] = {
  amount: 8,
  unit: 'working_hour',
  source: known('Nghị định 45/2020/NĐ-CP', { document: 'nd-45-2020' }),
};

const oneRound = t(
  'Một lần bổ sung: lần thứ hai bị tính là quá hạn. Thời hạn 30 ngày là giá trị mẫu.',
  'One round: a second one counts as late. The period of 30 days is a sample value.',
);

/** The national formula counts a dossier with more than one supplement request as late; no period is stated there. */
export const oneSupplement: Supplement = {
  maxRounds: 1,
  amount: 30,
  unit: 'calendar_day',
  source: { ...pages.nationalFormula, confidence: 'demo', note: oneRound },
};

/** Applicants have six months under the pharmacy decree; its number of rounds was not found, one is the general rule. */
export const drugSupplement: Supplement = {
  maxRounds: 1,
  amount: 6,
  unit: 'month',
  source: found(pages.drugExport, {
    document: 'nd-163-2025',
    note: t('Số lần theo quy tắc chung một lần.', 'The number of rounds follows the general rule of one.'),
  }),
};

export const common = {
  version: 1,
  effectiveFrom: oneStopDay,
  level: 'FULL',
  levelSource: derived('Nghị định 224/2026/NĐ-CP, điều 14', {
    note: t('Mức độ theo thiết kế của Cổng.', 'Level as designed for this portal.'),
  }),
  intakeLimit,
  supplement: oneSupplement,
  route: standardRoute(),
  routeSource: sample(
    t('Tỷ trọng thời gian chờ quyết định của đơn vị.', "Shares await the department's decision."),
  ),
} as const satisfies Partial<ProcedureDefinition>;

/** Why a service is only partly online, to be published with it. */
export function partial(
  kind: 'attendance' | 'on_site',
  reason: Text,
): Pick<ProcedureDefinition, 'level' | 'levelSource' | 'partReason'> {
  const source = known('Nghị định 224/2026/NĐ-CP, điều 14', {
    note: t('Lý do cần đơn vị xác nhận.', 'The reason awaits confirmation by the department.'),
  });
  return { level: 'PART', levelSource: source, partReason: { kind, ...reason, source } };
}

export const notRead = (ref: string, document?: string): Source =>
  known(ref, {
    ...(document ? { document } : {}),
    note: t('Mức cụ thể chưa đối chiếu với biểu phí.', 'The figure has not been compared with the tariff.'),
  });
