import { Autosave } from '@/components/forms/autosave';
import type { FormSection } from '@/components/forms/form-fields';
import { SchemaForm } from '@/components/forms/schema-form';
import { ButtonRow } from '@/components/ui/button';
import { Checkbox, Checkboxes, Radios, Select } from '@/components/ui/choices';
import { ErrorSummary } from '@/components/ui/error-summary';
import { FileInput } from '@/components/ui/file-input';
import { DateInput, Textarea, TextInput } from '@/components/ui/inputs';
import { SubmitButton } from '@/components/ui/submit-button';
import { sampleFormAction, sampleSaveAction } from './actions';
import { Part, Piece } from './part';

const countries = [
  { value: 'FR', label: 'Pháp' },
  { value: 'JP', label: 'Nhật Bản' },
  { value: 'KR', label: 'Hàn Quốc' },
];

const answer = [
  { value: 'yes', label: 'Có' },
  { value: 'no', label: 'Không' },
];

const sections: readonly FormSection[] = [
  {
    code: 'product',
    title: 'Sản phẩm',
    note: 'Ghi đúng như trên nhãn.',
    fields: [
      { code: 'brand', kind: 'text', label: 'Nhãn hàng', required: true, maxLength: 200 },
      {
        code: 'tax_code',
        kind: 'tax_code',
        label: 'Mã số thuế',
        required: true,
        value: '0312345678',
        provenance: 'CSDL đăng ký doanh nghiệp, 09/11/2026',
      },
      { code: 'volume', kind: 'number', label: 'Dung tích', required: false, suffix: 'ml' },
      {
        code: 'ingredients',
        kind: 'list',
        label: 'Thành phần',
        hint: 'Xếp theo hàm lượng giảm dần.',
        required: true,
        fields: [
          { code: 'name', kind: 'text', label: 'Tên INCI', required: true },
          { code: 'share', kind: 'number', label: 'Hàm lượng', required: false, suffix: '%' },
        ],
      },
    ],
  },
];

const values = {
  brand: 'Soleil',
  'ingredients.0.name': 'Aqua',
  'ingredients.1.name': 'Zinc Oxide',
  'ingredients.1.share': '25,5',
};
const errors = { 'ingredients.1.share': 'Zinc Oxide không được quá 25%' };

const summary = [
  { field: 'expires', message: 'Ngày hết hạn ủy quyền phải sau hôm nay, 23/11/2026' },
  { field: 'ingredients.1.share', message: 'Zinc Oxide không được quá 25%' },
];

export function FormParts() {
  return (
    <Part id="forms" title="Biểu mẫu">
      <form action={sampleFormAction} noValidate className="flex flex-col gap-10">
        <ErrorSummary errors={summary} />
        <Piece name="Từng loại câu hỏi">
          <Questions />
        </Piece>
        <Piece name="Biểu mẫu từ dữ liệu, danh sách lặp">
          <SchemaForm sections={sections} values={values} errors={errors} />
        </Piece>
        <div className="mt-6">
          <Autosave save={sampleSaveAction} savedAt="2026-11-22T07:05:00Z" />
        </div>
        <ButtonRow>
          <SubmitButton name="intent" value="continue">
            Lưu và tiếp tục
          </SubmitButton>
        </ButtonRow>
      </form>
    </Part>
  );
}

function Questions() {
  return (
    <div className="flex max-w-form flex-col gap-7">
      <TextInput
        name="authorisation"
        label="Số giấy ủy quyền"
        hint="Ghi đúng như trên giấy, ví dụ UQ-2024/181."
        defaultValue="UQ-2024/181"
        required
      />
      <DateInput
        name="expires"
        label="Ngày hết hạn"
        error="Ngày hết hạn ủy quyền phải sau hôm nay, 23/11/2026"
        defaultValue="31/12/2025"
        required
      />
      <TextInput
        name="locked"
        label="Không sửa được"
        defaultValue="Công ty TNHH Dược phẩm An Phúc"
        readOnly
      />
      <Textarea name="explanation" label="Giải trình" required={false} />
      <Select name="country" label="Nước sản xuất" options={countries} defaultValue="FR" />
      <Radios name="imported" label="Sản phẩm nhập khẩu" options={answer} defaultValue="yes" inline />
      <Radios
        name="exported"
        label="Sản phẩm đã lưu hành ở nước khác"
        error="Chọn Có hoặc Không"
        options={answer}
      />
      <Checkboxes
        name="forms"
        label="Dạng sản phẩm"
        hint="Chọn tất cả những gì đúng."
        options={[
          { value: 'cream', label: 'Kem' },
          { value: 'oil', label: 'Dầu', hint: 'Kể cả tinh dầu pha sẵn.' },
          { value: 'powder', label: 'Phấn', disabled: true },
        ]}
        defaultValues={['cream']}
      />
      <FileInput
        name="paper"
        label="Tệp giấy ủy quyền"
        hint="PDF hoặc ảnh chụp rõ bốn góc, tối đa 200 MB. Bản gốc hoặc bản sao có chứng thực."
        accept=".pdf,image/*"
        maxBytes={200_000_000}
      />
      <Checkbox
        name="declared"
        label="Tôi chịu trách nhiệm về nội dung đã kê khai."
        error="Hãy đọc và đánh dấu"
        required
      />
    </div>
  );
}
