import { describe, expect, it } from 'vitest';
import { cosmeticsNotification as definition } from '@/lib/procedures/catalogue/cosmetics-notification';
import { fieldsOf } from '@/lib/procedures/rules';
import { declarationOf, draftTasks, formValues, sectionAnswers } from './rules';

const today = '2026-11-22';
const organisation = {
  organisation_name: 'Công ty TNHH Dược phẩm An Phúc',
  organisation_tax_code: '0199001236',
  organisation_address: 'Số 12 phố Mẫu',
  representative: 'Nguyễn Thị An Phúc',
  contact_phone: '0912345678',
  contact_email: 'a@mau.example',
};
const draft = {
  definition,
  answers: organisation,
  attachments: [],
  fees: [{ amount: 500_000, state: 'unpaid' }],
  today,
};
const stateOf = (tasks: ReturnType<typeof draftTasks>, code: string) =>
  tasks.sections.find(({ section }) => section.code === code)?.state;

describe('tasks of a draft', () => {
  it('tells done, started and untouched sections apart', () => {
    const tasks = draftTasks({ ...draft, answers: { ...organisation, brand: 'Soleil' } });
    expect(stateOf(tasks, 'organisation')).toBe('done');
    expect(stateOf(tasks, 'product')).toBe('started');
    expect(stateOf(tasks, 'ingredients')).toBe('untouched');
    expect(tasks.ready).toBe(false);
  });

  it('leaves the declaration to the last check', () => {
    expect(declarationOf(definition)?.code).toBe('declaration');
    expect(stateOf(draftTasks(draft), 'declaration')).toBeUndefined();
  });

  it('asks for a conditional paper only in its case', () => {
    const codes = (cfs: string) =>
      draftTasks({ ...draft, answers: { ...organisation, cfs_status: cfs } }).papers.map(
        ({ component }) => component.code,
      );
    expect(codes('attached')).toEqual(['authorisation-letter', 'cfs']);
    expect(codes('exempt')).toEqual(['authorisation-letter']);
  });

  it('counts the fee as a step until it is paid', () => {
    expect(draftTasks(draft).fee).toEqual({ amount: 500_000, paid: false });
    expect(draftTasks({ ...draft, fees: [{ amount: 500_000, state: 'paid' }] }).fee?.paid).toBe(true);
    expect(draftTasks({ ...draft, fees: [] }).fee).toEqual({ amount: 500_000, paid: false });
  });
});

describe('answers between form and dossier', () => {
  const fields = fieldsOf(definition);

  it('come back from the form as they went in', () => {
    const answers = {
      brand: 'Soleil',
      product_type: ['skin_cream', 'sunscreen'],
      authorisation_date: '2026-01-05',
      ingredients: [{ name: 'AQUA' }, { name: 'GLYCERIN', percentage: 2.5 }],
    };
    const values = formValues(fields, answers);
    expect(values.authorisation_date).toBe('05/01/2026');
    expect(values['ingredients.1.percentage']).toBe('2,5');
    expect(sectionAnswers(fields, values)).toMatchObject(answers);
  });

  it('keeps a cleared field and a wrong value as they are', () => {
    const [date] = fields.filter(({ code }) => code === 'authorisation_date');
    expect(sectionAnswers(date ? [date] : [], {})).toEqual({ authorisation_date: '' });
    expect(sectionAnswers(date ? [date] : [], { authorisation_date: 'mai' })).toEqual({
      authorisation_date: 'mai',
    });
  });
});
