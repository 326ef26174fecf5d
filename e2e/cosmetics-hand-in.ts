import type { APIRequestContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { newProduct, slug } from './cosmetics';
import { letterAsPdf } from './papers';

/** Answers as the interface takes them; the free-sale certificate is in an exempt case, so one paper is enough. */
export function answersFor(product: string): Record<string, unknown> {
  return {
    brand: 'An Phúc',
    product_name: product,
    product_type: ['skin_cream'],
    intended_use: 'Dưỡng ẩm cho da mặt',
    presentation: 'single',
    country: 'KR',
    manufacturer_name: 'Hanbit Cosmetics Co., Ltd.',
    manufacturer_address: '12 Sample-ro, Seoul',
    has_assembler: 'no',
    owner_name: 'Hanbit Cosmetics Co., Ltd.',
    owner_address: '12 Sample-ro, Seoul',
    authorisation_number: 'LOA-2024-01',
    authorisation_date: '2024-01-15',
    authorisation_expiry: '2099-12-31',
    cfs_status: 'exempt',
    cfs_exemption_ground: 'Sản phẩm sản xuất tại nước thành viên CPTPP',
    ingredients: [
      { name: 'Aqua', percentage: 82.5 },
      { name: 'Glycerin', percentage: 5 },
    ],
    importer_is_applicant: 'yes',
    contact_phone: '0912345678',
    declared_true: true,
  };
}

/** The interface answers a page of ours too; this is the header by which a browser says so. */
const fromOurPage = { 'sec-fetch-site': 'same-origin' };

interface HandedIn {
  code: string;
  state: string;
  feeDue: { amount: number; payUrl: string | null } | null;
}

/** A submitted dossier in four requests, for journeys that begin later. */
export async function handIn(page: Page, product = newProduct()): Promise<string> {
  const code = await keepDraft(page, product);
  const sent = await page.request.post(`/api/v1/dossiers/${code}/submission`, { headers: fromOurPage });
  expect(sent.status(), await sent.text()).toBe(201);
  return ((await sent.json()) as HandedIn).code;
}

/** A draft complete but for the last press: every answer and paper there, the fee paid. */
export async function keepDraft(page: Page, product: string): Promise<string> {
  const { request } = page;
  const documents = { 'authorisation-letter': [await storeLetter(request, product)] };
  const kept = await request.post('/api/v1/dossiers', {
    headers: fromOurPage,
    data: { procedure: slug, answers: answersFor(product), documents },
  });
  expect(kept.status(), await kept.text()).toBe(201);
  const { code, feeDue } = (await kept.json()) as HandedIn;
  const paid = await request.post(feeDue?.payUrl ?? '', { form: { choice: 'paid' }, maxRedirects: 0 });
  expect(paid.status(), await paid.text()).toBe(303);
  return code;
}

async function storeLetter(request: APIRequestContext, product: string): Promise<string> {
  const letter = await letterAsPdf('giay-uy-quyen.pdf', ['Letter of authorisation', product]);
  const stored = await request.post('/api/v1/documents', {
    headers: { ...fromOurPage, 'content-type': letter.mimeType, 'x-file-name': letter.name },
    data: letter.buffer,
  });
  expect(stored.status(), await stored.text()).toBe(201);
  return ((await stored.json()) as { id: string }).id;
}
